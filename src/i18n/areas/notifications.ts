import type {NotificationKind} from '../../model/index.js';

export interface NotificationsMessages {
  title: string;
  fresh(count: number): string;
  markAllRead: string;
  markRead: string;
  empty: string;
  emptyText: string;
  /** The backend keeps none: these are from live events. */
  derived: string;
  failed: string;
  more: string;
  unread: string;
  /** Leads to the settings. */
  toldAbout: string;
  kinds: Readonly<Record<NotificationKind, string>>;
}
