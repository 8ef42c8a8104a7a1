import type {NotificationKind} from '../model/index.js';
import type {IconName} from './icon.js';

const icons: Readonly<Record<NotificationKind, IconName>> = {
  assigned: 'user-switch',
  mention: 'at',
  'new-message': 'chat-circle',
  'new-conversation': 'tray',
  escalation: 'flag-fill',
  ticket: 'ticket',
  sla: 'hourglass-medium',
  other: 'bell',
};

/** What a notification is about, as a picture; a kind that is not known gets the bell. */
export const notificationIcon = (kind: NotificationKind): IconName => icons[kind] ?? 'bell';
