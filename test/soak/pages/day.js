// A backend that forgets, as the memory of this page must not hold the day's messages itself: two hundred conversations of sixty messages.
import {defineAdapter} from '/loop/loop-inbox.js';

const kept = 60;
const me = {id: 'lena', name: 'Lena Brandt'};
const colleague = {id: 'jonas', name: 'Jonas Weber'};
const conversations = new Map();
const streams = new Set();
let numbered = 0;
let cursor = 0;

const now = () => new Date().toISOString();
const pageOf = (items) => ({items, total: items.length});

function tell(...events) {
  cursor++;
  for (const stream of streams) stream({events, cursor: String(cursor), phase: 'live'});
}

function begin(index) {
  const id = `k${index}`;
  const conversation = {
    id,
    subject: `Conversation ${index}`,
    state: index % 4 === 3 ? 'archived' : 'active',
    channel: {kind: ['email', 'web-chat', 'whatsapp'][index % 3]},
    contact: {id: `c${index}`, name: `Customer ${index}`},
    tags: [],
    unread: 0,
    createdAt: now(),
    activityAt: now(),
    rev: 1,
  };
  conversations.set(id, {conversation, messages: []});
  say(id, 'incoming', `Hello, this is ${index}`);
}

/** Keeps a new message and returns what to tell of it. */
function say(id, kind, text, about = {}) {
  const row = conversations.get(id);
  const number = ++numbered;
  const author = kind === 'incoming' ? {kind: 'contact', id: row.conversation.contact.id, name: row.conversation.contact.name} : {kind: 'agent', ...colleague};
  const message = {
    id: `m${number}`,
    conversationId: id,
    kind,
    order: String(number).padStart(12, '0'),
    author,
    body: {format: 'text', value: text},
    attachments: [],
    createdAt: now(),
    rev: 1,
    ...(kind !== 'incoming' && {delivery: 'sent'}),
    ...about,
  };
  row.messages.push(message);
  if (row.messages.length > kept) row.messages.shift();
  change(id, {unread: kind === 'incoming' ? Math.min(99, row.conversation.unread + 1) : 0, preview: text.slice(0, 120), activityAt: now(), ...(kind === 'incoming' && {state: 'active'})});
  return message;
}

function change(id, about) {
  const row = conversations.get(id);
  row.conversation = {...row.conversation, ...about, rev: row.conversation.rev + 1};
  return row.conversation;
}

/** What one message of the day makes happen. */
globalThis.happen = (id, kind, text) => {
  if (kind === 'typing') tell({type: 'typing', conversationId: id, author: {kind: 'contact', name: 'Customer'}, kind: 'reply', on: true, ttlMs: 5000});
  else if (kind === 'archive') tell({type: 'conversation.upserted', conversation: change(id, {state: 'archived', unread: 0})});
  else {
    const message = say(id, kind, text);
    tell({type: 'message.upserted', message}, {type: 'conversation.upserted', conversation: conversations.get(id).conversation});
  }
};

for (let index = 0; index < 200; index++) begin(index);

const session = {
  me,
  identity: 'soak lena',
  capabilities: {
    views: [{id: 'active', role: 'active'}, {id: 'archived', role: 'archived'}],
    filters: [],
    sorts: ['activity-desc'],
    kinds: ['reply', 'note'],
    bodyFormats: ['text'],
    events: {transport: 'push', resume: 'none', ordering: 'per-conversation', types: ['message.upserted', 'conversation.upserted', 'typing']},
    idempotentSend: 'server',
    states: ['active', 'archived'],
    archive: {clearsNotifications: 'no', reopenOnReply: true, reopenOnIncoming: true, undo: 'hold'},
    send: {thenState: false, replyTo: false, mentions: false, mail: false, staleGuard: 'client'},
    totals: 'exact',
  },
  async listConversations({view, limit = 50, cursor: after}) {
    const all = [...conversations.values()]
      .map(({conversation}) => conversation)
      .filter(({state}) => (view === 'archived') === (state === 'archived'))
      .sort((a, b) => b.activityAt.localeCompare(a.activityAt) || a.id.localeCompare(b.id));
    const from = Number(after ?? 0);
    const items = all.slice(from, from + limit);
    return {...pageOf(items), total: all.length, ...(from + limit < all.length && {next: String(from + limit)})};
  },
  getConversation: async (id) => conversations.get(id).conversation,
  listMessages: async (id) => pageOf([...conversations.get(id).messages]),
  async sendMessage({conversationId, kind, body, clientId}) {
    const message = say(conversationId, kind, body.value, {clientId, author: {kind: 'agent', ...me}});
    tell({type: 'message.upserted', message}, {type: 'conversation.upserted', conversation: conversations.get(conversationId).conversation});
    return {message};
  },
  async setState(id, to) {
    const conversation = change(id, {state: to});
    tell({type: 'conversation.upserted', conversation});
    return {conversation};
  },
  async *events({signal}) {
    const waiting = [];
    let wake = () => undefined;
    const stream = (batch) => {
      waiting.push(batch);
      wake();
    };
    streams.add(stream);
    signal.addEventListener('abort', () => wake(), {once: true});
    try {
      yield {events: [], cursor: String(cursor), phase: 'live'};
      while (!signal.aborted) {
        if (waiting.length === 0) await new Promise((done) => (wake = done));
        while (waiting.length > 0) yield waiting.shift();
      }
      throw signal.reason;
    } finally {
      streams.delete(stream);
    }
  },
  close: async () => undefined,
};

const inbox = document.querySelector('#desk');
inbox.adapter = defineAdapter({name: 'soak', features: [], connect: async () => session});
globalThis.inbox = inbox;
