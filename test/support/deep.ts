/** The first that matches, in the shadow roots of `root` too; with several selectors, each inside what the one before found. */
export function deepQuery<T extends Element = HTMLElement>(root: Element, ...selectors: readonly string[]): T | undefined {
  let found: Element | undefined = root;
  for (const selector of selectors) found = found && firstInside(found, selector);
  return found as T | undefined;
}

function firstInside(root: Element | ShadowRoot, selector: string): Element | undefined {
  const own = root instanceof Element ? root.shadowRoot : undefined;
  const direct = own?.querySelector(selector) ?? root.querySelector(selector);
  if (direct) return direct;
  for (const inner of [...(own?.querySelectorAll('*') ?? []), ...root.querySelectorAll('*')]) {
    const found = inner.shadowRoot ? firstInside(inner, selector) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** All words in `root` and in the shadow roots inside it. */
export function deepText(root: Node): string {
  if (root instanceof Text) return root.data;
  if (root instanceof HTMLStyleElement) return '';
  const own = root instanceof Element && root.shadowRoot ? [...root.shadowRoot.childNodes] : [];
  return [...own, ...root.childNodes].map(deepText).join(' ');
}

/** What has the focus, however deep. */
export function deepActive(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
