// Loop Inbox as a host takes it: the built CDN file, and a backend that has the messages and conversations in the page.
import {defineAdapter} from '/loop/loop-inbox.js';
import {messageOf, rowOf} from '/content.js';

const me = {id: 'lena', name: 'Lena Brandt'};
const order = (number) => String(number).padStart(12, '0');

const conversation = ({number, name, text, at}) => ({
  id: `k${number}`,
  subject: name,
  state: 'active',
  channel: {kind: 'web-chat'},
  contact: {id: `c${number}`, name},
  tags: [],
  unread: 0,
  createdAt: at,
  activityAt: at,
  preview: text,
  rev: 1,
});

const message = ({number, text, mine, at}) => ({
  id: `m${number}`,
  conversationId: 'k0',
  kind: mine ? 'reply' : 'incoming',
  order: order(number),
  author: mine ? {kind: 'agent', ...me} : {kind: 'contact', id: 'c0', name: 'Customer 0'},
  body: {format: 'text', value: text},
  attachments: [],
  createdAt: at,
  rev: 1,
  ...(mine && {delivery: 'sent'}),
});

/** A backend of `conversations` rows, newest first, the first of which has `messages` messages. Nothing is made before it is asked for. */
function backend(conversations, messages) {
  let stream;
  const session = {
    me,
    capabilities: {
      views: [{id: 'active', role: 'active'}, {id: 'archived', role: 'archived'}],
      filters: [],
      sorts: ['activity-desc'],
      kinds: ['reply', 'note'],
      bodyFormats: ['text'],
      events: {transport: 'push', resume: 'none', ordering: 'per-conversation', types: ['message.upserted', 'conversation.upserted']},
      idempotentSend: 'server',
      states: ['active', 'archived'],
      archive: {clearsNotifications: 'no', reopenOnReply: true, reopenOnIncoming: true, undo: 'hold'},
      send: {thenState: false, replyTo: false, mentions: false, mail: false, staleGuard: 'client'},
      totals: 'exact',
    },
    async listConversations({view, limit = 50, cursor}) {
      if (view !== 'active') return {items: [], total: 0};
      const from = Number(cursor ?? 0);
      const items = Array.from({length: Math.min(limit, conversations - from)}, (_, index) => conversation(rowOf(conversations - 1 - from - index)));
      return {items, total: conversations, ...(from + limit < conversations && {next: String(from + limit)})};
    },
    getConversation: async (id) => conversation(rowOf(Number(id.slice(1)))),
    async listMessages(id, {limit = 50, cursor} = {}) {
      const to = Number(cursor ?? messages);
      const from = Math.max(0, to - limit);
      return {items: Array.from({length: to - from}, (_, index) => message(messageOf(from + index))), ...(from > 0 && {prev: String(from)})};
    },
    sendMessage: () => Promise.reject(new Error('not measured')),
    setState: () => Promise.reject(new Error('not measured')),
    async *events({signal}) {
      const waiting = [];
      let wake = () => undefined;
      stream = (batch) => {
        waiting.push(batch);
        wake();
      };
      signal.addEventListener('abort', () => wake(), {once: true});
      yield {events: [], phase: 'live'};
      while (!signal.aborted) {
        if (waiting.length === 0) await new Promise((done) => (wake = done));
        while (waiting.length > 0) yield waiting.shift();
      }
      throw signal.reason;
    },
    close: async () => undefined,
  };
  return {adapter: defineAdapter({name: 'bench', features: [], connect: async () => session}), tell: (...events) => stream({events, phase: 'live'})};
}

const within = (root, ...tags) => tags.reduce((at, tag) => at?.shadowRoot?.querySelector(tag), root);

/** The newest text that is in the page. */
const newest = (thread) => [...(thread?.shadowRoot?.querySelectorAll('loop-message') ?? [])].at(-1)?.shadowRoot?.textContent ?? '';

export function thread(place, count) {
  const {adapter, tell} = backend(1, count);
  const provider = document.createElement('loop-provider');
  const shown = document.createElement('loop-conversation');
  shown.conversationId = 'k0';
  provider.adapter = adapter;
  provider.append(shown);
  place.append(provider);
  const parts = () => within(shown, 'loop-thread');
  return {
    shows: (text) => newest(parts()).includes(text),
    append: (number) => tell({type: 'message.upserted', message: message(messageOf(number))}),
    field: () => shown.shadowRoot.querySelector('loop-composer').shadowRoot.querySelector('textarea'),
  };
}

export function list(place, count) {
  const {adapter, tell} = backend(count, 50);
  const inbox = document.createElement('loop-inbox');
  inbox.adapter = adapter;
  place.append(inbox);
  const parts = () => within(inbox, 'loop-list');
  return {
    shows: (text) => Boolean(parts()?.shadowRoot?.textContent.includes(text)),
    update: (number, text) => tell({type: 'conversation.upserted', conversation: {...conversation(rowOf(number)), preview: text, rev: 2}}),
    scroller: () => parts().shadowRoot.querySelector('.scroller'),
  };
}
