import {defineChecks} from '../check.js';
import {claim, claimEqual} from '../claims.js';
import {declared, declaredIf} from '../needs.js';
import {makeNotification, notificationsOf} from '../notifying.js';
import {claimTime} from '../shapes.js';

export const notificationChecks = defineChecks([
  {
    id: 'notify/appears',
    level: 'feature',
    title: 'notifies an agent in the list and in the stream, and names the conversation',
    run: async (t) => {
      declared(t.session, 'notifications');
      const id = await t.conversation();
      const watcher = await t.follow();
      const notification = await makeNotification(t, id);
      claim(notification.title !== '', 'a notification has a title');
      claimTime(notification.createdAt, 'notification.createdAt');
      claim(!notification.readAt, 'a new notification is unread');
      await watcher.event(
        (one) => one.type === 'notification.upserted' && one.notification.conversationId === id,
        'a new notification is told as an event',
      );
    },
  },
  {
    id: 'notify/message-id-opens',
    level: 'feature',
    title: 'names in a notification the message to open it at',
    run: async (t) => {
      const notifications = declared(t.session, 'notifications');
      const id = await t.conversation();
      await makeNotification(t, id);
      const {items} = await notifications.list({limit: 100}, {});
      const messageId = items.find((one) => one.conversationId === id && one.messageId !== undefined)?.messageId;
      declaredIf(messageId !== undefined, 'notifications name no message');
      const page = await t.session.listMessages(id, {around: messageId}, {}).catch(() => undefined);
      claim(page?.items.some((message) => message.id === messageId), 'the message that a notification names is in its conversation');
    },
  },
  {
    id: 'notify/read-and-unread-count',
    level: 'feature',
    title: 'counts unread notifications and marks one and all read',
    run: async (t) => {
      const notifications = declared(t.session, 'notifications');
      const id = await t.conversation();
      const {id: one} = await makeNotification(t, id);
      const {unread: before} = await notifications.list({}, {});
      claim(before === null || before > 0, `\`unread\` is above 0 after a notification, not ${before ?? ''}`);
      await notifications.markRead([one], {});
      const after = await notifications.list({limit: 100}, {});
      claim(after.items.find((item) => item.id === one)?.readAt, 'a notification marked read has `readAt`');
      const left = await notifications.list({unread: true, limit: 100}, {});
      claim(!left.items.some((item) => item.id === one), 'a notification marked read is not among the unread');
      await notifications.markRead('all', {});
      const none = await notifications.list({unread: true}, {});
      claimEqual([none.items.length, none.unread ?? 0], [0, 0], 'nothing is unread after all were marked read');
    },
  },
  {
    id: 'notify/gone-after-archive',
    level: 'feature',
    title: 'tells that notifications went with the archived conversation',
    run: async (t) => {
      declared(t.session, 'notifications');
      const {archive, events} = t.session.capabilities;
      declaredIf(archive.clearsNotifications !== 'no', "`archive.clearsNotifications` is 'no'");
      declaredIf(events.types.includes('notification.removed'), "there is no event 'notification.removed'");
      const id = await t.conversation();
      await makeNotification(t, id);
      const ids = await notificationsOf(t, id);
      const watcher = await t.follow();
      await (await t.other()).setState(id, 'archived', {});
      await watcher.until(() => {
        const told = watcher.events.flatMap((one) => (one.type === 'notification.removed' ? one.ids : []));
        return ids.every((one) => told.includes(one));
      }, 'every notification of a conversation that a colleague archived is told as removed');
      claimEqual(await notificationsOf(t, id), [], 'none of them is listed');
    },
  },
]);
