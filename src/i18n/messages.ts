import type {ActivityMessages} from './areas/activity.js';
import type {BulkMessages} from './areas/bulk.js';
import type {ChannelMessages} from './areas/channel.js';
import type {ComposerMessages} from './areas/composer.js';
import type {ContactMessages} from './areas/contact.js';
import type {ConversationMessages} from './areas/conversation.js';
import type {ConversationDetailsMessages} from './areas/conversation-details.js';
import type {ConversationMenuMessages} from './areas/conversation-menu.js';
import type {ConversationStatesMessages} from './areas/conversation-states.js';
import type {FilesMessages} from './areas/files.js';
import type {FiltersMessages} from './areas/filters.js';
import type {ListMessages} from './areas/list.js';
import type {ListHeaderMessages} from './areas/list-header.js';
import type {ListStatesMessages} from './areas/list-states.js';
import type {MenuMessages} from './areas/menu.js';
import type {MessageMessages} from './areas/message.js';
import type {MessageDetailsMessages} from './areas/message-details.js';
import type {NotificationsMessages} from './areas/notifications.js';
import type {PanelsMessages} from './areas/panels.js';
import type {RowActionsMessages} from './areas/row-actions.js';
import type {SearchMessages} from './areas/search.js';
import type {SendingMessages} from './areas/sending.js';
import type {SettingsMessages} from './areas/settings.js';
import type {ShellMessages} from './areas/shell.js';
import type {ShortcutsMessages} from './areas/shortcuts.js';
import type {StatesMessages} from './areas/states.js';
import type {ThreadMessages} from './areas/thread.js';
import type {ThreadNewsMessages} from './areas/thread-news.js';
import type {TicketMessages} from './areas/ticket.js';
import type {TimeMessages} from './areas/time.js';
import type {ToastMessages} from './areas/toast.js';
import type {ViewsMessages} from './areas/views.js';
import type {WritingMessages} from './areas/writing.js';
import type {EmojiMessages} from './areas/emoji.js';
import type {MessageMenuMessages} from './areas/message-menu.js';
import type {RecipientsMessages} from './areas/recipients.js';

/** What a first look says: words of the list, the messages and the composer. */
export interface FirstMessages {
  channel: ChannelMessages;
  composer: ComposerMessages;
  conversation: ConversationMessages;
  list: ListMessages;
  message: MessageMessages;
  shell: ShellMessages;
  thread: ThreadMessages;
  time: TimeMessages;
}

/**
 * What is said later: in menus, panels and toasts, and where something is rare. Their English stands in the file that says it, so that
 * the first one stays small: `messages.toast ?? toast`.
 */
export interface LateMessages {
  activity: ActivityMessages;
  bulk: BulkMessages;
  contact: ContactMessages;
  conversationDetails: ConversationDetailsMessages;
  conversationMenu: ConversationMenuMessages;
  conversationStates: ConversationStatesMessages;
  files: FilesMessages;
  filters: FiltersMessages;
  listHeader: ListHeaderMessages;
  listStates: ListStatesMessages;
  menu: MenuMessages;
  messageDetails: MessageDetailsMessages;
  notifications: NotificationsMessages;
  panels: PanelsMessages;
  rowActions: RowActionsMessages;
  search: SearchMessages;
  sending: SendingMessages;
  settings: SettingsMessages;
  shortcuts: ShortcutsMessages;
  states: StatesMessages;
  threadNews: ThreadNewsMessages;
  ticket: TicketMessages;
  toast: ToastMessages;
  views: ViewsMessages;
  writing: WritingMessages;
  emoji: EmojiMessages;
  messageMenu: MessageMenuMessages;
  recipients: RecipientsMessages;
}

/** Every sentence of the inbox in one language. A locale that misses one does not compile. */
export interface Messages extends FirstMessages, LateMessages {}

/** What elements find: all sentences of another language, the first ones of English. */
export interface SpokenMessages extends FirstMessages, Partial<LateMessages> {}
