import type {Id, Notification} from '../contract/index.js';
import {NotProven} from './claims.js';
import type {CheckContext} from './context.js';
import {declared} from './needs.js';

/**
 * Makes the backend tell the first agent something about a conversation, by what commonly does: the contact writes, a colleague
 * assigns it to them, a colleague names them in a note.
 */
export async function makeNotification(t: CheckContext, conversationId: Id): Promise<Notification> {
  const notifications = declared(t.session, 'notifications');
  const other = await t.other();
  await other.assignment?.assign(conversationId, {agentId: t.session.me.id}, {});
  await t.seed.incoming(conversationId, t.words('Anybody there?'));
  if (t.session.capabilities.send.mentions && t.session.capabilities.kinds.includes('note')) {
    const mentions = [t.session.me.id];
    await other.sendMessage(t.newMessage(conversationId, t.words('Can you look?'), {kind: 'note', mentions}), {});
  }
  const find = async () =>
    (await notifications.list({limit: 100}, {})).items.find((one) => one.conversationId === conversationId);
  return t.eventually('a notification appears', find).catch(() => {
    throw new NotProven('neither assigning, nor writing, nor a mention makes this backend notify the agent');
  });
}

/** Ids of the first agent's notifications of a conversation. */
export async function notificationsOf(t: CheckContext, conversationId: Id): Promise<readonly Id[]> {
  const {items} = await declared(t.session, 'notifications').list({limit: 100}, {});
  return items.filter((one) => one.conversationId === conversationId).map(({id}) => id);
}
