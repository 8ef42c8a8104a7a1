/** How one inbox of a page is laid out, as its agent left it. */
export interface KeptPanels {
  readonly sizes?: Readonly<Record<string, number>>;
  readonly hidden?: readonly string[];
}

const keyOf = (id: string): string => `loop-inbox panels ${id || 'inbox'}`;

/** Widths say nothing of anybody, so they are kept beside the page and not with an identity; a page without storage forgets them. */
export function readPanels(id: string): KeptPanels {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(id)) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

export function keepPanels(id: string, panels: KeptPanels): void {
  try {
    localStorage.setItem(keyOf(id), JSON.stringify(panels));
  } catch {
    // Full or denied: the widths last as long as the page.
  }
}
