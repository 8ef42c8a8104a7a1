/**
 * True for an element that was given its inbox by the host's page: nobody above it tells what happened, so it does so itself. The
 * parts of our own elements are given theirs too, but what surrounds them speaks for them.
 */
export function standsAlone(element: HTMLElement & {readonly inbox?: unknown}): boolean {
  const root = element.getRootNode();
  return element.inbox !== undefined && !(root instanceof ShadowRoot && root.host.localName.startsWith('loop-'));
}
