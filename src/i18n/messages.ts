import type {ChannelMessages} from './areas/channel.js';
import type {ComposerMessages} from './areas/composer.js';
import type {ContactMessages} from './areas/contact.js';
import type {ListMessages} from './areas/list.js';
import type {MenuMessages} from './areas/menu.js';
import type {NotificationsMessages} from './areas/notifications.js';
import type {SettingsMessages} from './areas/settings.js';
import type {ShellMessages} from './areas/shell.js';
import type {StatesMessages} from './areas/states.js';
import type {TicketMessages} from './areas/ticket.js';
import type {TimeMessages} from './areas/time.js';
import type {ToastMessages} from './areas/toast.js';

/** Every sentence of the inbox in one language. A locale that misses one does not compile. */
export interface Messages {
  channel: ChannelMessages;
  composer: ComposerMessages;
  contact: ContactMessages;
  list: ListMessages;
  menu: MenuMessages;
  notifications: NotificationsMessages;
  settings: SettingsMessages;
  shell: ShellMessages;
  states: StatesMessages;
  ticket: TicketMessages;
  time: TimeMessages;
  toast: ToastMessages;
}
