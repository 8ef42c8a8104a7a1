import type {CallOptions, Id} from '../contract/index.js';
import type {CheckContext} from './context.js';

type Call = (options: CallOptions) => Promise<unknown>;
type MaybeCall = (options: CallOptions) => Promise<unknown> | undefined;

/** One use of every method that the session has, by name. The optional methods of a group only where they are. */
export function callTable(t: CheckContext, id: Id): Readonly<Record<string, Call>> {
  const {session: s} = t;
  const view = t.view('active') ?? '';
  const file = {name: 'note.txt', mime: 'text/plain', blob: new Blob(['hello'])};
  const attachment = {id: 'file', name: 'note.txt', mime: 'text/plain'};
  const body = {format: 'text', value: 'edited'} as const;
  const ticket = {clientId: t.key(), conversationId: id, title: 'A ticket'};
  const calls: Readonly<Record<string, MaybeCall>> = {
    listConversations: (o) => s.listConversations({view}, o),
    getConversation: (o) => s.getConversation(id, o),
    listMessages: (o) => s.listMessages(id, {}, o),
    sendMessage: (o) => s.sendMessage(t.newMessage(id, 'aborted'), o),
    setState: (o) => s.setState(id, 'archived', o),
    'counts.get': (o) => s.counts?.get(o),
    'search.query': (o) => s.search?.query('hello', {}, o),
    'readState.markRead': (o) => s.readState?.markRead(id, undefined, o),
    'readState.markUnread': (o) => s.readState?.markUnread?.(id, undefined, o),
    'tags.list': (o) => s.tags?.list(o),
    'tags.set': (o) => s.tags?.set(id, {}, o),
    'tags.create': (o) => s.tags?.create?.(t.key(), o),
    'assignment.candidates': (o) => s.assignment?.candidates(id, o),
    'assignment.assign': (o) => s.assignment?.assign(id, {}, o),
    'priority.set': (o) => s.priority?.set(id, 'high', o),
    'contacts.get': (o) => s.contacts?.get(id, o),
    'contacts.update': (o) => s.contacts?.update?.(id, {name: 'Aborted'}, o),
    'contacts.conversations': (o) => s.contacts?.conversations(id, {}, o),
    'contacts.search': (o) => s.contacts?.search?.('robin', o),
    'tickets.form': (o) => s.tickets?.form(id, o),
    'tickets.create': (o) => s.tickets?.create(ticket, o),
    'tickets.list': (o) => s.tickets?.list(id, o),
    'notifications.list': (o) => s.notifications?.list({}, o),
    'notifications.markRead': (o) => s.notifications?.markRead('all', o),
    'notifications.markUnread': (o) => s.notifications?.markUnread?.(id, o),
    'notifications.remove': (o) => s.notifications?.remove?.([id], o),
    'escalations.list': (o) => s.escalations?.list(id, o),
    'escalations.raise': (o) => s.escalations?.raise(id, {}, o),
    'escalations.clear': (o) => s.escalations?.clear(id, o),
    'automation.handOff': (o) => s.automation?.handOff(id, 'bot', o),
    'upload.put': (o) => s.upload?.put(file, o),
    'download.url': (o) => s.download?.url(attachment, o),
    'canned.find': (o) => s.canned?.find('', {kind: 'reply'}, o),
    'macros.list': (o) => s.macros?.list(o),
    'macros.run': (o) => s.macros?.run(id, id, o),
    'typing.set': (o) => s.typing?.set(id, true, 'reply', o),
    'availability.set': (o) => s.availability?.set('busy', o),
    'presence.set': (o) => s.presence?.set(id, 'viewing', o),
    'directory.agents': (o) => s.directory?.agents({}, o),
    'lookup.sent': (o) => s.lookup?.sent(id, 'aborted', o),
    'views.list': (o) => s.views?.list(o),
    'views.save': (o) => s.views?.save?.({label: 'Aborted', filter: {}}, o),
    'views.remove': (o) => s.views?.remove?.(id, o),
    'profile.get': (o) => s.profile?.get(o),
    'profile.update': (o) => s.profile?.update?.({name: 'Aborted'}, o),
    'profile.setAvatar': (o) => s.profile?.setAvatar?.(null, o),
    'bulk.setState': (o) => s.bulk?.setState([id], 'archived', o),
    'editMessage.edit': (o) => s.editMessage?.edit(id, id, body, o),
    'deleteMessage.remove': (o) => s.deleteMessage?.remove(id, id, o),
  };
  return Object.fromEntries(Object.entries(calls).filter((entry): entry is [string, Call] => isThere(t, entry[0])));
}

/** Is 'tags.set' or 'getConversation' a method of the session? */
function isThere(t: CheckContext, name: string): boolean {
  const [group = '', method] = name.split('.');
  const found = (t.session as unknown as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>)[group];
  return typeof (method === undefined ? found : found?.[method]) === 'function';
}
