/** What a shortcut does. */
export type Shortcut =
  | 'next'
  | 'previous'
  | 'search'
  | 'undo'
  | 'help'
  | 'reply'
  | 'note'
  | 'archive'
  | 'snooze'
  | 'assign'
  | 'tag'
  | 'ticket'
  | 'unread'
  | 'details'
  | 'contact';

/** The key (`KeyboardEvent.key`) of each shortcut; null switches one off, false all of them. */
export type Keymap = Partial<Record<Shortcut, string | null>> | false;

/** In the order in which the sheet of shortcuts shows them. */
const defaults: Readonly<Record<Shortcut, string>> = {
  next: 'j',
  previous: 'k',
  search: '/',
  undo: 'z',
  help: '?',
  reply: 'r',
  note: 'n',
  archive: 'e',
  snooze: 'h',
  assign: 'a',
  tag: 'l',
  ticket: 't',
  unread: 'u',
  details: 'i',
  contact: '.',
};

/** What is done with the conversation that is open. */
export type ConversationShortcut = Exclude<Shortcut, 'next' | 'previous' | 'search' | 'undo' | 'help'>;

const everywhere: readonly Shortcut[] = ['next', 'previous', 'search', 'undo', 'help'];

export const shortcuts = Object.keys(defaults) as readonly Shortcut[];

export const isOfConversation = (shortcut: Shortcut): shortcut is ConversationShortcut => !everywhere.includes(shortcut);

/** The key of a shortcut; undefined: it is switched off. */
export function keyOf(shortcut: Shortcut, keymap: Keymap | undefined): string | undefined {
  if (keymap === false || keymap?.[shortcut] === null) return undefined;
  return keymap?.[shortcut] ?? defaults[shortcut];
}

/** Where a key is written, or belongs to what lies over the inbox: a field, a menu, a dialog. */
function isElsewhere(event: KeyboardEvent): boolean {
  const path = event.composedPath();
  const [target] = path;
  if (target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'))) return true;
  const inside = event.currentTarget ? path.slice(0, path.indexOf(event.currentTarget)) : path;
  return inside.some((each) => each instanceof Element && each.matches('dialog, [role="dialog"], [role="menu"]'));
}

/** The one combination agents know from everywhere; it works while they type too. */
const isSearch = ({ctrlKey, metaKey, altKey, shiftKey, key}: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !altKey && !shiftKey && key === 'k';

/** The shortcut of a key press; undefined while somebody types, and for other keys with Ctrl, Cmd or Alt. */
export function shortcutOf(event: KeyboardEvent, keymap: Keymap | undefined): Shortcut | undefined {
  if (keymap !== false && keymap?.search !== null && isSearch(event)) return 'search';
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isElsewhere(event)) return undefined;
  return shortcuts.find((shortcut) => keyOf(shortcut, keymap) === event.key);
}
