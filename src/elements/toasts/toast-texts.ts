import type {AdapterError, Id} from '../../contract/index.js';
import type {NotificationsMessages} from '../../i18n/areas/notifications.js';
import type {BulkWord, ToastMessages} from '../../i18n/areas/toast.js';
import type {BulkAction} from '../../store/bulk-action.js';
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

/** Changes that are taken back together. */
export type UndoGroup = readonly [Undoable, ...Undoable[]];

/** In the order they were made; those of one batch are one. */
export function undoGroups(undoables: Iterable<Undoable>): readonly UndoGroup[] {
  const groups = new Map<string, [Undoable, ...Undoable[]]>();
  for (const undoable of undoables) {
    const key = keyOfUndo(undoable);
    const group = groups.get(key);
    if (group) group.push(undoable);
    else groups.set(key, [undoable]);
  }
  return [...groups.values()];
}

export const keyOfUndo = ({batch, conversationId}: Undoable): string => batch?.id ?? conversationId;

export function undoText(group: UndoGroup, m: ToastMessages): ToastText {
  const [{from, to}] = group;
  const count = (of: (undoable: Undoable) => number) => group.reduce((sum, undoable) => sum + of(undoable), 0);
  const gone = m.removed(count(({removed}) => removed.escalations), count(({removed}) => removed.notifications));
  return {
    icon: to === 'archived' ? 'archive' : to === 'snoozed' ? 'alarm' : 'arrow-u-up-left',
    title: group.length > 1 ? m.movedMany(group.length, to) : m.moved(from, to),
    details: gone ? [gone] : [],
  };
}

/** More of them would hide the list. */
const mostFailures = 3;

const bulkWord = (action: BulkAction): BulkWord => (action.type === 'move' ? (action.to === 'archived' ? 'archive' : 'reopen') : action.type);

function bulkText({action, total, failed}: Extract<Notice['about'], {type: 'bulk'}>, m: ToastMessages, nameOf: (conversationId: Id) => string): ToastText {
  const told = failed.slice(0, mostFailures).map(({conversationId, error, why: sentence}) => m.bulkFailure(nameOf(conversationId), sentence ?? why(error, m).join(' ')));
  const more = failed.length - told.length;
  return {icon: 'warning-circle', title: m.bulk(total - failed.length, total, bulkWord(action)), details: more > 0 ? [...told, m.bulkMore(more)] : told};
}

const why = ({code, init}: AdapterError, m: ToastMessages): readonly string[] =>
  init.code === 'validation' && init.issues.length > 0 ? init.issues.map((issue) => issue.message) : [m.because[code]];

/** @param nameOf says with whom a conversation is. */
export function noticeText({about}: Notice, m: ToastMessages, {kinds}: NotificationsMessages, nameOf: (conversationId: Id) => string): ToastText {
  switch (about.type) {
    case 'bulk':
      return bulkText(about, m, nameOf);
    case 'refused':
      return {icon: 'warning-circle', title: m.refused[about.action], details: why(about.error, m)};
    case 'offline-refused':
      return {icon: 'cloud-slash', title: m.refused[about.action], details: [m.offline]};
    case 'archive-cancelled':
      return {icon: 'tray', title: m.archiveCancelled, details: [m.archiveCancelledWhy]};
    case 'message-waits':
      return {icon: 'warning-circle', title: m.messageWaits, details: [nameOf(about.conversationId)]};
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
