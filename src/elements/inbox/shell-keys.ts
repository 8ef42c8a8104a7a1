import {LoopConversationArchiveEvent} from '../../events/conversation-events.js';
import {shortcutOf, type Keymap} from '../../internal/keymap.js';
import type {Commands} from '../../store/commands.js';
import type {LoopList} from '../list/loop-list.js';
import type {LoopInbox} from './loop-inbox.js';
import {moveRegion} from './regions.js';

/** What a shortcut reaches. */
export interface ShellHands {
  readonly host: LoopInbox;
  readonly list: LoopList | null;
  readonly commands: Commands | undefined;
  readonly toggleContact: () => void;
  readonly openSearch: () => void;
}

/** Does what the key of a shortcut asks for, wherever in the shell it was pressed. */
export function actOnShortcut(event: KeyboardEvent, {host, list, commands, toggleContact, openSearch}: ShellHands): void {
  if (!event.defaultPrevented && moveRegion(event, host.renderRoot)) return;
  const shortcut = shortcutOf(event, host.keymap);
  if (!shortcut || event.defaultPrevented) return;
  event.preventDefault();
  switch (shortcut) {
    case 'next':
      return list?.step(1);
    case 'previous':
      return list?.step(-1);
    case 'contact':
      return toggleContact();
    case 'search':
      return openSearch();
    case 'undo':
      return void host.renderRoot.querySelector('loop-toasts')?.undoNewest();
    case 'archive':
      if (host.conversationId && host.dispatchEvent(new LoopConversationArchiveEvent(host.conversationId))) commands?.archive(host.conversationId);
  }
}

/** As a button says it; empty: there is none. */
export function undoKeyOf(keymap: Keymap | undefined): string {
  if (keymap === false || keymap?.undo === null) return '';
  return (keymap?.undo ?? 'z').toUpperCase();
}
