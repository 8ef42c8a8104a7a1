import type {Shortcut} from '../../internal/keymap.js';

/** Keys that no keymap changes. */
export type FixedKey =
  | 'regions'
  | 'close'
  | 'buttons'
  | 'move'
  | 'inside'
  | 'open'
  | 'pick'
  | 'stretch'
  | 'all'
  | 'none'
  | 'read'
  | 'send'
  | 'break'
  | 'leave'
  | 'canned'
  | 'mention'
  | 'emoji';

/** The keys that have no sign of their own. */
export type KeyName =
  | 'Enter'
  | 'Escape'
  | 'Space'
  | 'Shift'
  | 'Control'
  | 'Home'
  | 'End'
  | 'PageUp'
  | 'PageDown'
  | 'ArrowUp'
  | 'ArrowDown'
  | 'ArrowLeft'
  | 'ArrowRight';

export type ShortcutSection = 'anywhere' | 'conversation' | 'list' | 'messages' | 'composer';

/** The sheet of all keys. */
export interface ShortcutsMessages {
  readonly title: string;
  readonly close: string;
  readonly sections: Readonly<Record<ShortcutSection, string>>;
  readonly shortcuts: Readonly<Record<Shortcut, string>>;
  readonly fixed: Readonly<Record<FixedKey, string>>;
  readonly keys: Readonly<Record<KeyName, string>>;
  /** Between two ways to say the same, for who hears it. */
  readonly or: string;
  /** Where the host page has switched off the letters. */
  readonly off: string;
}
