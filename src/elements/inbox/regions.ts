/** The parts of the shell in the order of what is seen, as F6 goes through them. */
const regions = ['loop-menu', '.handle-menu', 'loop-list', '.handle-list', 'loop-conversation', '.handle-contact', '.contact'] as const;

const isSeen = (element: HTMLElement): boolean => element.checkVisibility({visibilityProperty: true}) && !element.closest('[inert]');

/**
 * F6 goes to the next part of the inbox, Shift+F6 to the one before; at the ends the key is left to the browser, so that nobody is caught.
 *
 * @returns true where the key was ours.
 */
export function moveRegion(event: KeyboardEvent, root: ParentNode): boolean {
  if (event.key !== 'F6' || event.ctrlKey || event.metaKey || event.altKey) return false;
  const places = regions.flatMap((selector) => root.querySelector<HTMLElement>(selector) ?? []).filter(isSeen);
  const path = event.composedPath();
  const from = places.findIndex((place) => path.includes(place) && !place.querySelector(':scope > .handle:focus'));
  const to = places[from + (event.shiftKey ? -1 : 1)];
  if (!to || from < 0) return false;
  event.preventDefault();
  to.focus();
  return true;
}
