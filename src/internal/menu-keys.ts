/** Moves the focus inside a popover with `role="menu"`: arrows, Home and End. Enter, space and Escape are the browser's. */
export function onMenuKeydown(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLElement;
  const items = [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)')];
  const root = menu.getRootNode() as ShadowRoot | Document;
  const index = items.findIndex((item) => item === root.activeElement);
  const next = {ArrowDown: index + 1, ArrowUp: index < 0 ? -1 : index - 1, Home: 0, End: -1}[event.key];
  if (next === undefined || items.length === 0) return;
  event.preventDefault();
  event.stopPropagation();
  items.at(next % items.length)?.focus();
}

/** Puts the focus on the item that is on, or on the first one. */
export function focusMenu(menu: HTMLElement | null | undefined): void {
  const item =
    menu?.querySelector<HTMLElement>('[role^="menuitem"][aria-checked="true"]') ??
    menu?.querySelector<HTMLElement>('[role^="menuitem"]:not(:disabled)');
  item?.focus();
}
