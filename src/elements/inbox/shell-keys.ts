import {LoopConversationArchiveEvent} from '../../events/conversation-events.js';
import {LoopShortcutEvent} from '../../events/shortcut-events.js';
import {isOfConversation, keyOf, shortcutOf, type ConversationShortcut, type Keymap, type Shortcut} from '../../internal/keymap.js';
import type {WrittenKind} from '../../model/index.js';
import type {Commands} from '../../store/commands.js';
import {selectComposing} from '../../store/selectors.js';
import type {LoopList} from '../list/loop-list.js';
import type {LoopInbox} from './loop-inbox.js';
import {openPanel} from './open-panel.js';
import {moveRegion} from './regions.js';

/** What a shortcut reaches. */
export interface ShellHands {
  readonly host: LoopInbox;
  readonly list: LoopList | null;
  readonly commands: Commands | undefined;
  readonly toggleContact: () => void;
}

/** Does what the key of a shortcut asks for, wherever in the shell it was pressed. */
export function actOnShortcut(event: KeyboardEvent, hands: ShellHands): void {
  const {host} = hands;
  if (!event.defaultPrevented && (moveRegion(event, host.renderRoot) || leaveWriting(event, hands))) return;
  const shortcut = shortcutOf(event, host.keymap);
  if (!shortcut || event.defaultPrevented) return;
  // Without an open conversation the key is the host page's.
  if (isOfConversation(shortcut) && !host.conversationId) return;
  event.preventDefault();
  if (isOfConversation(shortcut)) actOnConversation(shortcut, hands);
  else act(shortcut, hands);
}

function act(shortcut: Exclude<Shortcut, ConversationShortcut>, {host, list}: ShellHands): void {
  switch (shortcut) {
    case 'next':
      return list?.step(1);
    case 'previous':
      return list?.step(-1);
    case 'search':
      return void openPanel(host, 'search');
    case 'help':
      return void openPanel(host, 'shortcuts');
    case 'undo':
      return void host.renderRoot.querySelector('loop-toasts')?.undoNewest();
  }
}

function actOnConversation(shortcut: ConversationShortcut, {host, commands, toggleContact}: ShellHands): void {
  const id = host.conversationId;
  switch (shortcut) {
    case 'contact':
      return toggleContact();
    case 'archive':
      return void (host.dispatchEvent(new LoopConversationArchiveEvent(id)) && commands?.archive(id));
    case 'unread':
      return commands?.markUnread(id);
    case 'reply':
    case 'note':
      return write(host, shortcut);
    case 'snooze':
    case 'assign':
    case 'tag':
    case 'ticket':
    case 'details':
      host.renderRoot.querySelector('loop-conversation')?.dispatchEvent(new LoopShortcutEvent(shortcut));
  }
}

/** Goes to where one writes: at once, or when the field of the other kind has taken its place. */
function write(host: LoopInbox, kind: WrittenKind): void {
  const inbox = host.currentInbox;
  const conversation = host.renderRoot.querySelector<HTMLElement>('loop-conversation');
  if (!inbox || !inbox.state.session?.capabilities.kinds.includes(kind)) return;
  if (selectComposing(inbox.state, host.conversationId) === kind) return conversation?.focus();
  inbox.commands.compose(host.conversationId, kind);
  requestAnimationFrame(() => conversation?.focus());
}

/**
 * Escape in the field where one writes goes back to the row of the conversation, or to its messages where the list is not seen: there the
 * letters are keys again. What was written stays.
 */
function leaveWriting(event: KeyboardEvent, {host, list}: ShellHands): boolean {
  const [field] = event.composedPath();
  if (event.key !== 'Escape' || event.isComposing || !(field instanceof HTMLTextAreaElement)) return false;
  const thread = host.renderRoot.querySelector('loop-conversation')?.renderRoot.querySelector('loop-thread');
  if (!thread) return false;
  event.preventDefault();
  if (list?.checkVisibility({visibilityProperty: true})) list.focus({preventScroll: true});
  else thread.renderRoot.querySelector<HTMLElement>('[data-key][tabindex="0"]')?.focus();
  return true;
}

/** As a button says it; empty: there is none. */
export const undoKeyOf = (keymap: Keymap | undefined): string => keyOf('undo', keymap)?.toUpperCase() ?? '';
