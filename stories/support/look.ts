import {expect, waitFor} from 'storybook/test';

/** The first element that matches, also inside the shadow roots of ours. */
export function find<T extends Element = HTMLElement>(root: Element | ShadowRoot, selector: string): T | null {
  const here = root.querySelector<T>(selector);
  if (here) return here;
  for (const element of root.querySelectorAll('*')) {
    const inside = element.shadowRoot && find<T>(element.shadowRoot, selector);
    if (inside) return inside;
  }
  return null;
}

/** Waits until something is there, wherever it is rendered. */
export async function shown<T extends Element = HTMLElement>(root: Element, selector: string): Promise<T> {
  await waitFor(() => expect(find(root, selector), `${selector} is shown`).not.toBeNull(), {timeout: 8000});
  return find<T>(root, selector) as T;
}

/** A `play` that waits for what the story is about, so that what looks at the story sees it whole. */
export const untilShown =
  (...selectors: readonly string[]) =>
  async ({canvasElement}: {canvasElement: HTMLElement}): Promise<void> => {
    for (const selector of selectors) await shown(canvasElement, selector);
  };
