import {array, nullable} from 'valibot';
import type {Notification, OptionalFeatures, Page} from '../../../contract/index.js';
import {has, type Desk} from '../desk.js';
import {listOf, paging} from '../shapes/conversation.js';
import {notification, ticket, ticketForm, view} from '../shapes/desk.js';
import {count, record} from '../shapes/values.js';
import {path} from '../wire/path.js';

const notifications = record<Page<Notification> & {readonly unread: number | null}>({
  items: array(notification),
  ...paging,
  unread: nullable(count),
});
const tickets = listOf(ticket);
const views = listOf(view);

export const notificationsOf = (desk: Desk): OptionalFeatures['notifications'] => {
  const {client} = desk;
  return {
    list: ({unread, cursor, limit}, options) =>
      client.read(notifications, {path: 'notifications', query: {unread, cursor, limit}}, options),
    markRead: (ids, options) => client.tell({method: 'POST', path: 'notifications/read', body: {ids}}, options),
    markUnread: has(desk, 'notifications.markUnread')
      ? async (id, options) => client.tell({method: 'POST', path: path`notifications/${id}/unread`}, options)
      : undefined,
    remove: has(desk, 'notifications.remove')
      ? (ids, options) => client.tell({method: 'POST', path: 'notifications/remove', body: {ids}}, options)
      : undefined,
  };
};

export const ticketsOf = ({client}: Desk): OptionalFeatures['tickets'] => ({
  form: (conversationId, options) => client.read(ticketForm, {path: 'tickets/form', query: {conversationId}}, options),
  create: (raised, options) =>
    client.write(ticket, {method: 'POST', path: 'tickets', body: raised, idempotencyKey: raised.clientId}, options),
  list: async (id, options) => {
    client.assertMayBegin(options.signal);
    return (await client.read(tickets, {path: path`conversations/${id}/tickets`}, options)).items;
  },
});

export const viewsOf = (desk: Desk): OptionalFeatures['views'] => {
  const {client} = desk;
  return {
    list: async (options) => (await client.read(views, {path: 'views'}, options)).items,
    save: has(desk, 'views.save')
      ? async ({id, ...saved}, options) => {
          const request = id === undefined ? ({method: 'POST', path: 'views'} as const) : ({method: 'PUT', path: path`views/${id}`} as const);
          return client.write(view, {...request, body: saved}, options);
        }
      : undefined,
    remove: has(desk, 'views.remove')
      ? async (id, options) => client.tell({method: 'DELETE', path: path`views/${id}`}, options)
      : undefined,
  };
};
