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

/** Every element that matches, also inside the shadow roots of ours. */
function findAll<T extends Element = HTMLElement>(root: Element | ShadowRoot, selector: string): T[] {
  const inside = [...root.querySelectorAll('*')].flatMap(({shadowRoot}) => (shadowRoot ? findAll<T>(shadowRoot, selector) : []));
  return [...root.querySelectorAll<T>(selector), ...inside];
}

/** Presses what is called `text`, once it is there. */
export async function press(root: Element, selector: string, text: string): Promise<void> {
  const named = () => findAll(root, selector).find((element) => element.textContent?.trim() === text);
  await waitFor(() => expect(named(), `${text} is shown`).toBeDefined(), {timeout: 8000});
  named()?.click();
}

/** A `play` that waits for what the story is about, so that what looks at the story sees it whole. */
export const untilShown =
  (...selectors: readonly string[]) =>
  async ({canvasElement}: {canvasElement: HTMLElement}): Promise<void> => {
    for (const selector of selectors) await shown(canvasElement, selector);
  };
