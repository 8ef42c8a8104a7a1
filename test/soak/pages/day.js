// One inbox and the way to its backend, which is a worker (day-backend.js) with ?conversations=NUMBER: it answers in real time, while the clock of the page is the test's.
import {defineAdapter} from '/loop/loop-inbox.js';

const ours = trustedTypes.createPolicy('day-backend', {createScriptURL: (address) => address});
const backend = new Worker(ours.createScriptURL('/soak/day-backend.js'));
const waiting = new Map();
const streams = new Set();
let calls = 0;
let cursor = 0;

/** Asks the backend, without what only this page understands. */
const ask = (deed, ...args) =>
  new Promise((done) => {
    const call = ++calls;
    waiting.set(call, done);
    backend.postMessage({call, deed, args, at: new Date().toISOString()});
  });

backend.addEventListener('message', ({data: {call, answer, events}}) => {
  if (events) {
    cursor++;
    for (const stream of streams) stream({events, cursor: String(cursor), phase: 'live'});
    return;
  }
  waiting.get(call)(answer);
  waiting.delete(call);
});

globalThis.happen = (all) => Promise.all(all.map((each) => ask('happen', ...each)));
/** Resolves once the backend has answered all that was asked before. */
globalThis.answered = () => ask('nothing');

const session = {
  me: {id: 'lena', name: 'Lena Brandt'},
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
  listConversations: ({view, limit, cursor: after}) => ask('listConversations', {view, limit, cursor: after}),
  getConversation: (id) => ask('getConversation', id),
  listMessages: (id) => ask('listMessages', id),
  sendMessage: ({conversationId, kind, body, clientId}) => ask('sendMessage', {conversationId, kind, body, clientId}),
  setState: (id, to) => ask('setState', id, to),
  async *events({signal}) {
    const arrived = [];
    let wake = () => undefined;
    const stream = (batch) => {
      arrived.push(batch);
      wake();
    };
    streams.add(stream);
    signal.addEventListener('abort', () => wake(), {once: true});
    try {
      yield {events: [], cursor: String(cursor), phase: 'live'};
      while (!signal.aborted) {
        if (arrived.length === 0) await new Promise((done) => (wake = done));
        while (arrived.length > 0) yield arrived.shift();
      }
      throw signal.reason;
    } finally {
      streams.delete(stream);
    }
  },
  close: async () => undefined,
};

const inbox = document.querySelector('#desk');
await ask('start', Number(new URLSearchParams(location.search).get('conversations')));
inbox.adapter = defineAdapter({name: 'soak', features: [], connect: async () => session});
globalThis.inbox = inbox;
