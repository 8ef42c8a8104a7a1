/** What a shortcut does. */
export type Shortcut = 'next' | 'previous' | 'archive' | 'contact' | 'undo' | 'search';

/** The key (`KeyboardEvent.key`) of each shortcut; null switches one off, false all of them. */
export type Keymap = Partial<Record<Shortcut, string | null>> | false;

const defaults: Readonly<Record<Shortcut, string>> = {next: 'j', previous: 'k', archive: 'e', contact: '.', undo: 'z', search: '/'};

const isTyping = (event: KeyboardEvent): boolean => {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"], [role="menu"] *'))
  );
};

/** The one combination agents know from everywhere; it works while they type too. */
const isSearch = ({ctrlKey, metaKey, altKey, shiftKey, key}: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !altKey && !shiftKey && key === 'k';

/** The shortcut of a key press; undefined while somebody types, and for other keys with Ctrl, Cmd or Alt. */
export function shortcutOf(event: KeyboardEvent, keymap: Keymap | undefined): Shortcut | undefined {
  if (keymap !== false && keymap?.search !== null && isSearch(event)) return 'search';
  if (keymap === false || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event)) return undefined;
  const keys: Readonly<Record<string, string | null | undefined>> = {...defaults, ...keymap};
  return (Object.keys(defaults) as Shortcut[]).find((name) => keys[name] === event.key);
}
