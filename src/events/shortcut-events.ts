import type {ConversationShortcut} from '../internal/keymap.js';

/** Asks a conversation to do what a shortcut says. Stays between our own elements. */
export class LoopShortcutEvent extends Event {
  static readonly type = 'loop-shortcut';
  constructor(readonly shortcut: ConversationShortcut) {
    super(LoopShortcutEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    'loop-shortcut': LoopShortcutEvent;
  }
}
