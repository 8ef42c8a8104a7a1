// A server of the open protocol in one file, without a dependency: docs/protocol.md, "First steps". It keeps everything in memory, and
// whoever names an agent is let in as that agent: nothing for more than a try.

const agents = new Map([
  ['ann', {id: 'ann', name: 'Ann Keller'}],
  ['ben', {id: 'ben', name: 'Ben Okafor'}],
]);

const maxBodyChars = 10_000;

const capabilities = {
  views: [{id: 'active', role: 'active'}, {id: 'archived', role: 'archived'}],
  filters: [],
  sorts: ['activity-desc'],
  kinds: ['reply', 'note'],
  bodyFormats: ['text'],
  maxBodyChars,
  events: {
    transport: 'push',
    resume: 'cursor',
    ordering: 'per-conversation',
    types: ['message.upserted', 'conversation.upserted', 'reset'],
  },
  idempotentSend: 'server',
  states: ['active', 'archived'],
  archive: {clearsNotifications: 'no', reopenOnReply: false, reopenOnIncoming: true, undo: 'hold'},
  send: {thenState: false, replyTo: false, mentions: false, mail: false, staleGuard: 'client'},
  totals: 'exact',
};

/** What becomes an answer of `application/problem+json`. */
class Problem extends Error {
  constructor(status, code, detail, more = {}) {
    super(detail);
    this.body = {status, code, title: detail, detail, ...more};
  }
}

const json = (body, status = 200, headers = {}) =>
  new Response(JSON.stringify(body), {status, headers: {'content-type': 'application/json', ...headers}});

const problem = ({body}) => json(body, body.status, {'content-type': 'application/problem+json'});

const invalid = (path, message) => new Problem(422, 'validation', message, {issues: [{path, message}]});

export function createDesk() {
  const conversations = new Map();
  /** Messages by the id of their conversation, oldest first. */
  const threads = new Map();
  /** Everything that happened, oldest first: the position after the first entry is 1. */
  const log = [];
  const listeners = new Set();
  let made = 0;
  const nextId = (kind) => `${kind}${++made}`;

  // --- what happens -------------------------------------------------------------------------------------------------------------

  /** Writes down what happened in one go; the last of the events ends the transaction. */
  function happen(...events) {
    for (const [index, event] of events.entries()) log.push({event, isLast: index === events.length - 1});
    for (const listen of listeners) listen();
  }

  function change(conversation, what) {
    Object.assign(conversation, what, {rev: conversation.rev + 1, version: String(conversation.rev + 1)});
  }

  function put(conversation, {kind, author, value, clientId, format = 'text'}) {
    const thread = threads.get(conversation.id);
    const message = {
      id: nextId('m'),
      conversationId: conversation.id,
      clientId,
      kind,
      order: String(thread.length + 1).padStart(10, '0'),
      author,
      body: {format, value},
      attachments: [],
      createdAt: new Date().toISOString(),
      delivery: kind === 'incoming' ? undefined : 'sent',
    };
    thread.push(message);
    change(conversation, {
      activityAt: message.createdAt,
      preview: value.slice(0, 120),
      ...(kind === 'incoming' && {state: 'active', waitingSince: conversation.waitingSince ?? message.createdAt}),
      ...(kind === 'reply' && {waitingSince: null}),
    });
    happen({type: 'message.upserted', message}, {type: 'conversation.upserted', conversation: shown(conversation)});
    return message;
  }

  const customer = ({contact}) => ({kind: 'contact', id: contact.id, name: contact.name});

  function begin({contact, subject, text}) {
    const now = new Date().toISOString();
    const conversation = {
      id: nextId('k'),
      version: '0',
      rev: 0,
      subject,
      state: 'active',
      channel: {kind: 'web-chat', name: 'Shop'},
      contact,
      tags: [],
      unread: null,
      createdAt: now,
      activityAt: now,
      waitingSince: null,
    };
    conversations.set(conversation.id, conversation);
    threads.set(conversation.id, []);
    put(conversation, {kind: 'incoming', author: customer(conversation), value: text});
    return conversation;
  }

  /** As it is now: what was told already must not change with it. */
  const shown = (conversation) => ({...conversation});

  function find(id) {
    const conversation = conversations.get(id);
    if (!conversation) throw new Problem(404, 'not-found', 'There is no such conversation', {what: 'conversation'});
    return conversation;
  }

  // --- what is asked ------------------------------------------------------------------------------------------------------------

  const limitOf = (query) => Math.max(1, Math.min(Number(query.get('limit') ?? 30) || 30, 100));

  /** Newest first; a cursor names the last row that was given, so rows that move meanwhile make no gap. */
  function list(query) {
    const view = query.get('view');
    if (view !== 'active' && view !== 'archived') throw new Problem(404, 'not-found', 'There is no such view', {what: 'view'});
    if ((query.get('sort') ?? 'activity-desc') !== 'activity-desc') throw new Problem(501, 'unsupported', 'No such order', {feature: 'sort'});
    for (const key of query.keys()) {
      if (!['view', 'sort', 'limit', 'cursor'].includes(key)) throw new Problem(501, 'unsupported', 'No such filter', {feature: `filter.${key}`});
    }
    const key = ({activityAt, id}) => `${activityAt} ${id}`;
    const rows = [...conversations.values()].filter(({state}) => state === view).sort((a, b) => (key(a) < key(b) ? 1 : -1));
    const cursor = query.get('cursor');
    if (cursor !== null && !/^\d{4}-.* k\d+$/.test(cursor)) throw invalid('cursor', 'This position was not made here');
    const rest = cursor === null ? rows : rows.filter((row) => key(row) < cursor);
    const items = rest.slice(0, limitOf(query));
    return {items: items.map(shown), total: rows.length, next: items.length < rest.length ? key(items.at(-1)) : undefined};
  }

  /** A cursor is the order of a message; `around` is its id. */
  function messages({id: conversationId}, query) {
    const thread = threads.get(conversationId);
    const limit = limitOf(query);
    const [before, after, around] = ['before', 'after', 'around'].map((name) => query.get(name));
    for (const cursor of [before, after]) {
      if (cursor !== null && !/^\d{10}$/.test(cursor)) throw invalid('cursor', 'This position was not made here');
    }
    let from = Math.max(0, thread.length - limit);
    let to = thread.length;
    if (before !== null) [from, to] = [Math.max(0, Number(before) - 1 - limit), Number(before) - 1];
    if (after !== null) [from, to] = [Number(after), Number(after) + limit];
    if (around !== null) {
      const at = thread.findIndex(({id}) => id === around);
      if (at < 0) throw new Problem(404, 'not-found', 'There is no such message', {what: 'message'});
      [from, to] = [Math.max(0, at - Math.floor(limit / 2)), at + Math.ceil(limit / 2)];
    }
    const items = thread.slice(from, to);
    return {
      items,
      prev: from > 0 && items.length > 0 ? items[0].order : undefined,
      next: to < thread.length && items.length > 0 ? items.at(-1).order : undefined,
    };
  }

  function send(conversation, me, key, {kind, body, attachments = []}) {
    if (!['reply', 'note'].includes(kind)) throw invalid('kind', 'A message is a reply or a note');
    if (body?.format !== 'text') throw invalid('body.format', 'Bodies are plain text here');
    if (typeof body.value !== 'string' || body.value.trim() === '') throw invalid('body.value', 'The message is empty');
    if (body.value.length > maxBodyChars) throw invalid('body.value', 'The message is too long');
    if (attachments.length > 0) throw invalid('attachments', 'No files here');
    // The key is unique for its author and conversation: a database would say so in an index.
    const earlier = threads.get(conversation.id).find(({clientId, author}) => clientId === key && author.id === me.id);
    if (earlier) {
      if (earlier.kind === kind && earlier.body.value === body.value) return json({message: earlier}, 201, {'idempotency-replayed': 'true'});
      throw new Problem(422, 'conflict', 'This key was used for another message', {reason: 'client-id-reused', current: earlier});
    }
    return json({message: put(conversation, {kind, author: {kind: 'agent', ...me}, value: body.value, clientId: key})}, 201);
  }

  function move(conversation, ifMatch, {state}) {
    if (ifMatch !== null && ifMatch !== `"${conversation.version}"`) {
      throw new Problem(412, 'conflict', 'Somebody was faster', {reason: 'version', current: shown(conversation)});
    }
    if (!capabilities.states.includes(state)) throw new Problem(501, 'unsupported', 'No such state here', {feature: `state.${state}`});
    if (conversation.state !== state) {
      change(conversation, {state});
      happen({type: 'conversation.upserted', conversation: shown(conversation)});
    }
    return json({conversation: shown(conversation)});
  }

  // --- what is told -------------------------------------------------------------------------------------------------------------

  const frame = (event, data, id) => `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

  function events(after, signal) {
    const encoder = new TextEncoder();
    const isKnown = after === null || (/^\d+$/.test(after) && Number(after) <= log.length);
    let position = after === null || !isKnown ? log.length : Number(after);
    let stop = () => {};
    const body = new ReadableStream({
      start: (controller) => {
        const say = (text) => controller.enqueue(encoder.encode(text));
        const tell = () => {
          for (; position < log.length; position++) {
            const {event, isLast} = log[position];
            say(frame(event.type, event, isLast ? position + 1 : undefined));
          }
        };
        const isBehind = !isKnown || position < log.length;
        if (isBehind) say(frame('phase', {phase: 'catching-up'}));
        if (!isKnown) say(frame('reset', {type: 'reset', reason: 'cursor-expired', scope: 'all'}, position));
        tell();
        say(frame('phase', {phase: 'live'}, position));
        const ping = setInterval(() => say(': ping\n\n'), 15_000);
        listeners.add(tell);
        stop = () => {
          clearInterval(ping);
          listeners.delete(tell);
        };
        signal.addEventListener('abort', stop);
      },
      cancel: () => stop(),
    });
    return new Response(body, {
      headers: {'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no'},
    });
  }

  // --- the door -----------------------------------------------------------------------------------------------------------------

  async function answer(request) {
    const {pathname, searchParams} = new URL(request.url);
    const me = agents.get(/^Bearer (\w+)/.exec(request.headers.get('authorization') ?? '')?.[1]);
    if (!me) throw new Problem(401, 'auth', 'Say who you are');
    const [what, id, more] = pathname.replace(/^\/v1\//, '').split('/').map(decodeURIComponent);
    switch (`${request.method} ${[what, id && '*', more].filter(Boolean).join('/')}`) {
      case 'GET session':
        return json({
          me,
          identity: `example desk ${me.id}`,
          capabilities,
          features: [],
          cursor: String(log.length),
          serverNow: new Date().toISOString(),
        });
      case 'GET events':
        return events(searchParams.get('after'), request.signal);
      case 'GET conversations':
        return json(list(searchParams));
      case 'GET conversations/*':
        return json(shown(find(id)));
      case 'GET conversations/*/messages':
        return json(messages(find(id), searchParams));
      case 'POST conversations/*/messages':
        return send(find(id), me, request.headers.get('idempotency-key'), await request.json());
      case 'PATCH conversations/*':
        return move(find(id), request.headers.get('if-match'), await request.json());
      default:
        throw new Problem(404, 'not-found', 'There is nothing here', {what: 'route'});
    }
  }

  return {
    fetch: async (request) => {
      try {
        return await answer(request);
      } catch (error) {
        if (error instanceof Problem) return problem(error);
        return problem(new Problem(500, 'unavailable', 'Something broke', {applied: 'maybe'}));
      }
    },
    /** How customers come in. */
    begin,
    incoming: (conversationId, value, format) => put(find(conversationId), {kind: 'incoming', author: customer(find(conversationId)), value, format}),
    seenBy: (conversationId) => threads.get(find(conversationId).id).filter(({kind}) => kind === 'reply').map(({body}) => body.value),
    onReply: (listen) =>
      listeners.add(() => {
        const {event} = log.at(-2) ?? {};
        if (event?.type === 'message.upserted' && event.message.kind === 'reply') listen(event.message);
      }),
  };
}
