import type {ActivityMessages} from './areas/activity.js';
import type {ChannelMessages} from './areas/channel.js';
import type {ComposerMessages} from './areas/composer.js';
import type {ContactMessages} from './areas/contact.js';
import type {ConversationMessages} from './areas/conversation.js';
import type {ListMessages} from './areas/list.js';
import type {MenuMessages} from './areas/menu.js';
import type {MessageMessages} from './areas/message.js';
import type {NotificationsMessages} from './areas/notifications.js';
import type {SettingsMessages} from './areas/settings.js';
import type {ShellMessages} from './areas/shell.js';
import type {StatesMessages} from './areas/states.js';
import type {ThreadMessages} from './areas/thread.js';
import type {TicketMessages} from './areas/ticket.js';
import type {TimeMessages} from './areas/time.js';
import type {ToastMessages} from './areas/toast.js';

/** Every sentence of the inbox in one language. A locale that misses one does not compile. */
export interface Messages {
  activity: ActivityMessages;
  channel: ChannelMessages;
  composer: ComposerMessages;
  contact: ContactMessages;
  conversation: ConversationMessages;
  list: ListMessages;
  menu: MenuMessages;
  message: MessageMessages;
  notifications: NotificationsMessages;
  settings: SettingsMessages;
  shell: ShellMessages;
  states: StatesMessages;
  thread: ThreadMessages;
  ticket: TicketMessages;
  time: TimeMessages;
  toast: ToastMessages;
}
