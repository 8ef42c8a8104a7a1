// The backend of a day, in a thread of its own: what it keeps is not on the heap that the test measures. Each conversation keeps at most sixty messages.
const kept = 60;
const me = {id: 'lena', name: 'Lena Brandt'};
const colleague = {id: 'jonas', name: 'Jonas Weber'};
const conversations = new Map();
let numbered = 0;
/** What the page's clock says, which is not this thread's. */
let now = new Date(0).toISOString();

const tell = (...events) => postMessage({events});
const conversationOf = (id) => conversations.get(id).conversation;

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
    createdAt: now,
    activityAt: now,
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
    createdAt: now,
    rev: 1,
    ...(kind !== 'incoming' && {delivery: 'sent'}),
    ...about,
  };
  row.messages.push(message);
  if (row.messages.length > kept) row.messages.shift();
  change(id, {unread: kind === 'incoming' ? Math.min(99, row.conversation.unread + 1) : 0, preview: text.slice(0, 120), activityAt: now, ...(kind === 'incoming' && {state: 'active'})});
  return message;
}

function change(id, about) {
  const row = conversations.get(id);
  row.conversation = {...row.conversation, ...about, rev: row.conversation.rev + 1};
  return row.conversation;
}

const deeds = {
  /** One more than these, in which nothing happens: what is on the screen there is always the same. */
  start(count) {
    for (let index = 0; index <= count; index++) begin(index);
    for (let line = 0; line < kept; line++) say(`k${count}`, 'incoming', `Line ${line} of a conversation that rests`);
  },
  /** What one message of the day makes happen. */
  happen(id, kind, text) {
    if (kind === 'typing') tell({type: 'typing', conversationId: id, author: {kind: 'contact', name: 'Customer'}, kind: 'reply', on: true, ttlMs: 5000});
    else if (kind === 'archive') tell({type: 'conversation.upserted', conversation: change(id, {state: 'archived', unread: 0})});
    else {
      const message = say(id, kind, text);
      tell({type: 'message.upserted', message}, {type: 'conversation.upserted', conversation: conversationOf(id)});
    }
  },
  listConversations({view, limit = 50, cursor: after}) {
    const all = [...conversations.values()]
      .map(({conversation}) => conversation)
      .filter(({state}) => (view === 'archived') === (state === 'archived'))
      .sort((a, b) => b.activityAt.localeCompare(a.activityAt) || a.id.localeCompare(b.id));
    const from = Number(after ?? 0);
    return {items: all.slice(from, from + limit), total: all.length, ...(from + limit < all.length && {next: String(from + limit)})};
  },
  nothing: () => undefined,
  getConversation: conversationOf,
  listMessages: (id) => ({items: conversations.get(id).messages, total: conversations.get(id).messages.length}),
  sendMessage({conversationId, kind, body, clientId}) {
    const message = say(conversationId, kind, body.value, {clientId, author: {kind: 'agent', ...me}});
    tell({type: 'message.upserted', message}, {type: 'conversation.upserted', conversation: conversationOf(conversationId)});
    return {message};
  },
  setState(id, to) {
    const conversation = change(id, {state: to});
    tell({type: 'conversation.upserted', conversation});
    return {conversation};
  },
};

addEventListener('message', ({data: {call, deed, args, at}}) => {
  now = at;
  postMessage({call, answer: deeds[deed](...args)});
});
