import type {AdapterError} from '../../contract/index.js';
import type {NotificationsMessages} from '../../i18n/areas/notifications.js';
import type {ToastMessages} from '../../i18n/areas/toast.js';
import type {Notice, Undoable} from '../../store/state.js';
import type {IconName} from '../../templates/icon.js';
import {notificationIcon} from '../../templates/notification-icon.js';

export interface ToastText {
  readonly icon: IconName;
  /** What happened. */
  readonly title: string;
  /** What went with it, or why; each a sentence of its own. */
  readonly details: readonly string[];
}

export function undoText({from, to, removed}: Undoable, m: ToastMessages): ToastText {
  const gone = m.removed(removed.escalations, removed.notifications);
  return {icon: to === 'archived' ? 'archive' : to === 'snoozed' ? 'alarm' : 'arrow-u-up-left', title: m.moved(from, to), details: gone ? [gone] : []};
}

const why = ({code, init}: AdapterError, m: ToastMessages): readonly string[] =>
  init.code === 'validation' && init.issues.length > 0 ? init.issues.map((issue) => issue.message) : [m.because[code]];

export function noticeText({about}: Notice, m: ToastMessages, {kinds}: NotificationsMessages): ToastText {
  switch (about.type) {
    case 'refused':
      return {icon: 'warning-circle', title: m.refused[about.action], details: why(about.error, m)};
    case 'offline-refused':
      return {icon: 'cloud-slash', title: m.refused[about.action], details: [m.offline]};
    case 'archive-cancelled':
      return {icon: 'tray', title: m.archiveCancelled, details: [m.archiveCancelledWhy]};
    case 'storage-lost':
      return {icon: 'warning', title: m.storageLost, details: [m.storageLostWhy]};
    case 'other-identity':
      return {icon: 'user-switch', title: m.otherIdentity, details: [m.otherIdentityWhy]};
    case 'told': {
      const {kind, title, body} = about.notification;
      return {icon: notificationIcon(kind), title: `${kinds[kind] ?? kinds.other}:`, details: body ? [title, body] : [title]};
    }
  }
}
