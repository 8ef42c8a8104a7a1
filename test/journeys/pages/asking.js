// One inbox whose backend is the test: every call is a request below /backend/. It takes a message twice and can be asked for one by its client id.
import {defineAdapter} from '/loop/loop-inbox.js';

// The clock of the machine, as far as this page is told.
const {now} = Date;
globalThis.skewMs = 0;
Date.now = () => now() + globalThis.skewMs;

const ask = async (what, given) => (await fetch(`/backend/${what}`, {method: 'POST', body: JSON.stringify(given)})).json();
const at = '2026-03-24T14:00:00Z';
const conversation = {id: 'k1', subject: 'Strap', state: 'active', channel: {kind: 'email'}, contact: {id: 'c1', name: 'Nora Ek'}, tags: [], unread: 0, createdAt: at, activityAt: at, rev: 1};

const session = {
  me: {id: 'lena', name: 'Lena Brandt'},
  identity: 'asking lena',
  capabilities: {
    views: [{id: 'active', role: 'active'}],
    filters: [],
    sorts: ['activity-desc'],
    kinds: ['reply', 'note'],
    bodyFormats: ['text'],
    events: {transport: 'push', resume: 'none', ordering: 'per-conversation', types: ['message.upserted']},
    idempotentSend: 'lookup',
    states: ['active'],
    archive: {clearsNotifications: 'no', reopenOnReply: true, reopenOnIncoming: true, undo: 'hold'},
    send: {thenState: false, replyTo: false, mentions: false, mail: false, staleGuard: 'client'},
    attachments: {mode: 'upload-first', progress: false},
    totals: 'exact',
  },
  listConversations: async () => ({items: [conversation], total: 1}),
  getConversation: async () => conversation,
  listMessages: async () => ({items: await ask('messages')}),
  sendMessage: async ({clientId, kind, body}) => ({message: await ask('send', {clientId, kind, body})}),
  setState: async () => ({conversation}),
  upload: {put: ({name, mime, blob}) => ask('upload', {name, mime, bytes: blob.size})},
  lookup: {sent: (_conversationId, clientId) => ask('sent', {clientId})},
  async *events({signal}) {
    yield {events: [], phase: 'live'};
    await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), {once: true}));
  },
  close: async () => undefined,
};

const inbox = document.querySelector('#desk');
inbox.adapter = defineAdapter({name: 'asking', connect: async () => session});
globalThis.host = {inbox};
