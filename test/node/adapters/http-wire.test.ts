import {describe, expect, it} from 'vitest';
import {createHttpAdapter} from '../../../src/adapters/http/index.js';
import {AdapterError, systemClock, type AdapterErrorCode, type Session} from '../../../src/contract/index.js';
import {settle} from '../../support/fake-clock.js';
import {adapterWith, connectTo, conversation, failure, json, message, problem, session as sessionAnswer, type Asked} from '../../support/http-answers.js';

const read = (session: Session, signal?: AbortSignal) => session.getConversation('k1', {signal});
const write = (session: Session, signal?: AbortSignal) =>
  session.sendMessage({conversationId: 'k1', clientId: 'x1', kind: 'reply', body: {format: 'text', value: 'Hi'}}, {signal});

const get = 'GET conversations/k1';
const post = 'POST conversations/k1/messages';
const never = () => new Promise<Response>(() => {});
/** Answered by the token alone. */
const onlyFor = (token: string, body: unknown) => ({headers}: Asked) =>
  headers.get('authorization') === `Bearer ${token}` ? json(body) : problem(401);

describe('tokens', () => {
  it('are renewed once for a call that was refused, and the call is made again', async () => {
    const why: string[] = [];
    let fresh = 0;
    const {session, asked} = await connectTo(
      {[get]: onlyFor('t1', conversation)},
      {context: {getToken: (reason) => (why.push(reason), reason === 'initial' ? 't0' : `t${++fresh}`)}},
    );
    expect((await read(session)).id).toBe('k1');
    expect(why).toEqual(['initial', 'expired']);
    // In between it is asked whose the fresh one is.
    expect(asked.map(({what}) => what)).toEqual([get, 'GET session', get]);
  });

  it('that are somebody else’s are not used: what one agent wrote is not sent as another', async () => {
    let token = 'ann 1';
    const {session, asked} = await connectTo(
      {
        'GET session': ({headers}) => json(headers.get('authorization')?.startsWith('Bearer ben') ? {...sessionAnswer, me: {id: 'ben', name: 'Ben Okafor'}} : sessionAnswer),
        [post]: onlyFor('ben 1', {message}),
        [get]: onlyFor('ann 2', conversation),
      },
      {context: {getToken: () => token}},
    );
    token = 'ben 1';
    expect(await failure(write(session))).toMatchObject({code: 'auth', applied: 'no'});
    expect(asked.map(({what}) => what)).toEqual([post, 'GET session']);
    token = 'ann 2';
    expect((await read(session)).id).toBe('k1');
  });

  it('whose agent cannot be told are not used either, and nothing was applied', async () => {
    let isOpen = true;
    const {session} = await connectTo(
      {'GET session': () => (isOpen ? json(sessionAnswer) : Promise.reject(new TypeError('failed to fetch'))), [post]: onlyFor('t1', {message})},
      {context: {getToken: (why) => (why === 'initial' ? 't0' : 't1')}},
    );
    isOpen = false;
    expect((await failure(write(session))).init).toMatchObject({code: 'network', applied: 'no'});
  });

  it('that are refused again end the call with `auth`: nothing is asked a third time', async () => {
    let fresh = 0;
    const {session, asked} = await connectTo({[get]: () => problem(401)}, {context: {getToken: () => `t${fresh++}`}});
    expect((await failure(read(session))).init).toMatchObject({code: 'auth', reason: 'expired', applied: 'no'});
    expect([asked.map(({what}) => what), fresh]).toEqual([[get, 'GET session', get], 2]);
  });

  it('that come back the same are not tried again', async () => {
    const {session, asked} = await connectTo({[get]: () => problem(401)}, {context: {getToken: () => 'same'}});
    expect((await failure(read(session))).code).toBe('auth');
    expect(asked).toHaveLength(1);
  });

  it('are asked for once by ten calls that are refused together', async () => {
    let expired = 0;
    let give: (token: string) => void = () => {};
    const {session} = await connectTo(
      {[get]: onlyFor('t1', conversation)},
      {context: {getToken: (why) => (why === 'initial' ? 't0' : (expired++, new Promise<string>((resolve) => (give = resolve))))}},
    );
    const calls = Array.from({length: 10}, () => read(session));
    await settle();
    give('t1');
    await Promise.all(calls);
    expect(expired).toBe(1);
  });

  it('are not renewed for an agent who was revoked', async () => {
    const why: string[] = [];
    const {session} = await connectTo(
      {[get]: () => problem(401, {code: 'auth', reason: 'revoked'})},
      {context: {getToken: (reason) => (why.push(reason), reason)}},
    );
    expect((await failure(read(session))).init).toMatchObject({code: 'auth', reason: 'revoked'});
    expect(why).toEqual(['initial']);
  });

  it('are missing where nobody gives one: cookies may do, and are sent as the options say', async () => {
    const {connect, asked} = adapterWith({'GET session': () => problem(401)}, {context: {getToken: undefined}, options: {credentials: 'include'}});
    expect((await failure(connect())).init).toMatchObject({code: 'auth', reason: 'missing'});
    expect(asked.map(({headers, init}) => [headers.has('authorization'), init.credentials])).toEqual([[false, 'include']]);
  });

  it('that the host cannot get are no sign-out: nothing was applied, and it is worth another try', async () => {
    const {session} = await connectTo({[get]: () => problem(401)}, {
      context: {getToken: (why) => (why === 'initial' ? 't0' : Promise.reject(new Error('offline')))},
    });
    expect((await failure(read(session))).init).toMatchObject({code: 'unavailable', applied: 'no'});
  });

  it('that never come end the call in time, with nothing applied', async () => {
    const {session, clock} = await connectTo({[post]: () => problem(401)}, {
      context: {getToken: (why) => (why === 'initial' ? 't0' : new Promise(() => {}))},
    });
    const call = failure(write(session));
    await clock.advance(31_000);
    expect((await call).init).toMatchObject({code: 'network', applied: 'no'});
  });

  it('come from the options before those of the inbox', async () => {
    const {connect, asked} = adapterWith({}, {options: {getToken: () => 'mine'}});
    await connect();
    expect(asked[0]?.headers.get('authorization')).toBe('Bearer mine');
  });
});

describe('a refusal', () => {
  it.each<[number, object, Record<string, string>, AdapterErrorCode, 'no' | 'maybe', object?]>([
    [403, {action: 'reply'}, {}, 'forbidden', 'no', {action: 'reply'}],
    [403, {action: 'dance'}, {}, 'forbidden', 'no', {action: undefined}],
    [404, {what: 'conversation'}, {}, 'not-found', 'no', {what: 'conversation'}],
    [410, {}, {}, 'not-found', 'no'],
    [422, {issues: [{path: 'body', message: 'Empty'}]}, {}, 'validation', 'no', {issues: [{path: 'body', message: 'Empty'}]}],
    [400, {}, {}, 'validation', 'no'],
    [413, {}, {}, 'validation', 'no'],
    [415, {issues: 'none'}, {}, 'validation', 'no'],
    [409, {}, {}, 'conflict', 'no', {reason: 'version'}],
    [409, {}, {'retry-after': '2'}, 'unavailable', 'maybe', {retryAfterMs: 2_000}],
    [412, {}, {}, 'conflict', 'no', {reason: 'version'}],
    [412, {current: conversation}, {}, 'conflict', 'no', {current: conversation}],
    [412, {current: {...conversation, state: 'lost'}}, {}, 'conflict', 'no', {current: undefined}],
    [409, {code: 'conflict', reason: 'stale-reply', current: message}, {}, 'conflict', 'no', {reason: 'stale-reply', current: message}],
    [409, {code: 'conflict', reason: 'stale-reply', current: {id: 'k1'}}, {}, 'conflict', 'no', {current: {id: 'k1'}}],
    [422, {code: 'conflict', reason: 'client-id-reused'}, {}, 'conflict', 'no', {reason: 'client-id-reused'}],
    [429, {}, {'retry-after': '7'}, 'rate-limited', 'no', {retryAfterMs: 7_000}],
    [429, {retryAfterMs: 1_500, scope: 'agent'}, {'retry-after': '7'}, 'rate-limited', 'no', {retryAfterMs: 1_500, scope: 'agent'}],
    [429, {}, {'retry-after': 'Tue, 24 Mar 2026 14:30:05 GMT'}, 'rate-limited', 'no', {retryAfterMs: 5_000}],
    [429, {}, {'retry-after': '3, 3'}, 'rate-limited', 'no', {retryAfterMs: 3_000}],
    [429, {}, {'retry-after': 'soon'}, 'rate-limited', 'no', {retryAfterMs: undefined}],
    [500, {}, {}, 'unavailable', 'maybe'],
    [502, {}, {}, 'unavailable', 'maybe'],
    [503, {}, {}, 'unavailable', 'maybe'],
    [503, {}, {'retry-after': '3'}, 'unavailable', 'no', {retryAfterMs: 3_000}],
    [503, {applied: 'maybe'}, {'retry-after': '3'}, 'unavailable', 'maybe'],
    [500, {applied: 'no'}, {}, 'unavailable', 'no'],
    [504, {}, {}, 'unavailable', 'maybe'],
    [408, {}, {}, 'unavailable', 'maybe'],
    [405, {}, {}, 'unsupported', 'no', {feature: post}],
    [501, {feature: 'mail'}, {}, 'unsupported', 'no', {feature: 'mail'}],
    [500, {code: 'rate-limited'}, {}, 'rate-limited', 'no'],
    [500, {code: 'nonsense'}, {}, 'unavailable', 'maybe'],
  ])('of status %i with %o and %o becomes %s, applied %s', async (status, body, headers, code, applied, init = {}) => {
    const {session} = await connectTo({[post]: () => problem(status, body, headers)});
    const error = await failure(write(session));
    expect([error.code, error.applied, error.init.status]).toEqual([code, applied, status]);
    expect(error.init).toMatchObject(init);
  });

  it('has at least one issue where it is a `validation`', async () => {
    const {session} = await connectTo({[post]: () => problem(400, {detail: 'That cannot be'})});
    expect((await failure(write(session))).init).toMatchObject({issues: [{path: 'request', message: 'That cannot be'}]});
  });

  it('says what the server says, and how to find it in its log', async () => {
    const {session} = await connectTo({[get]: () => problem(403, {detail: 'Not yours.'}, {'x-request-id': 'r-1'})});
    expect((await failure(read(session))).init).toMatchObject({message: 'Not yours.', requestId: 'r-1'});
  });

  it('of a proxy that answers with a page of HTML is told by its status', async () => {
    const page = () => new Response('<h1>Bad gateway</h1>', {status: 502, headers: {'content-type': 'text/html'}});
    const {session} = await connectTo({[post]: page});
    expect((await failure(write(session))).init).toMatchObject({code: 'unavailable', status: 502, applied: 'maybe'});
  });

  it('of a read never says that something may have been applied', async () => {
    const {session} = await connectTo({[get]: () => problem(500)});
    expect((await failure(read(session))).applied).toBe('no');
  });

  it('in a bulk answer is told for its entry alone', async () => {
    const items = [{id: 'k1', ok: true}, {id: 'k2', ok: false, problem: {status: 403, code: 'forbidden', detail: 'No.'}}, {id: 'k3', ok: false}];
    const {session} = await connectTo({'POST conversations/bulk': json({items})});
    const results = await session.bulk!.setState(['k1', 'k2', 'k3'], 'archived', {});
    expect(results.map(({id, ok, error}) => [id, ok, error?.code])).toEqual([['k1', true, undefined], ['k2', false, 'forbidden'], ['k3', false, 'validation']]);
  });
});

describe('an answer that is none', () => {
  const html = () => new Response('<!doctype html><title>Sign in</title>', {headers: {'content-type': 'text/html'}});

  it.each<[string, () => Response]>([
    ['a page of HTML', html],
    ['HTML that says it is JSON', () => new Response('<p>', {headers: {'content-type': 'application/json'}})],
    ['nothing', () => new Response(null, {status: 204})],
    ['half of it', () => new Response('{"message": {"id"')],
    ['null', () => json(null)],
    ['a list', () => json([message])],
    ['a message of another conversation', () => json({message: {...message, conversationId: 'k2'}})],
    ['a message without a time', () => json({message: {...message, createdAt: 'yesterday'}})],
    ['a number that is no number', () => new Response(JSON.stringify({message: {...message, rev: 7}}).replace('7', '1e999'))],
    ['a message of an unknown kind', () => json({message: {...message, kind: 'shout'}})],
  ])('(%s) is `protocol`, and may have been applied', async (_name, answer) => {
    const {session} = await connectTo({[post]: answer});
    expect((await failure(write(session))).init).toMatchObject({code: 'protocol'});
    expect((await failure(write(session))).applied).toBe('maybe');
  });

  it('is told to the log by the place that is wrong, never by what stands there', async () => {
    const wrong = {items: [conversation, {...conversation, subject: {secret: 'Robin is ill'}}]};
    const {session, logged} = await connectTo({'GET conversations': json(wrong)});
    const error = await failure(session.listConversations({view: 'active'}, {}));
    expect(error.init).toMatchObject({code: 'protocol', detail: 'GET conversations: items.1.subject'});
    expect(logged.join()).toContain('items.1.subject');
    expect(logged.join()).not.toContain('Robin');
  });

  it('about another conversation than the one asked for is refused', async () => {
    const {session} = await connectTo({[get]: json({...conversation, id: 'k2'})});
    expect((await failure(read(session))).code).toBe('protocol');
  });

  it('that goes on without end is given up', async () => {
    let chunks = 0;
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => (chunks++, controller.enqueue(new Uint8Array(1_000_000).fill(32))),
      cancel: () => void (cancelled = true),
    });
    const {session} = await connectTo({[get]: () => new Response(endless)});
    expect((await failure(read(session))).code).toBe('protocol');
    await settle();
    expect([cancelled, chunks < 40]).toEqual([true, true]);
  });

  it('of 10 MB is read if it is right', async () => {
    const long = {...message, body: {format: 'html', value: 'x'.repeat(10_000_000)}};
    const {session} = await connectTo({'GET conversations/k1/messages': json({items: [long]})});
    const page = await session.listMessages('k1', {}, {});
    expect(page.items[0]?.body.value).toHaveLength(10_000_000);
  });

  it('is not needed where nothing is told: what a server says all the same is left there', async () => {
    let cancelled = false;
    const chatty = () => new Response(new ReadableStream({cancel: () => void (cancelled = true)}));
    const {session} = await connectTo({'POST conversations/k1/read': chatty});
    await session.readState!.markRead('k1', undefined, {});
    expect(cancelled).toBe(true);
  });

  it('that is a redirect counts as the sign-in page of a gate, and is not followed', async () => {
    const why: string[] = [];
    const {session, asked, logged} = await connectTo(
      {[get]: () => new Response(null, {status: 302, headers: {location: '/login'}})},
      {context: {getToken: (reason) => (why.push(reason), reason)}},
    );
    expect((await failure(read(session))).init).toMatchObject({code: 'auth', reason: 'expired'});
    expect([why, asked[0]?.init.redirect]).toEqual([['initial', 'expired'], 'manual']);
    expect(logged.join()).toContain('redirect');
  });
});

describe('no answer', () => {
  const lost = () => Promise.reject(new TypeError('Failed to fetch'));

  it('to a write is `network` and may have been applied; to a read it was not', async () => {
    const {session, asked} = await connectTo({[post]: lost, [get]: lost});
    expect((await failure(write(session))).init).toMatchObject({code: 'network'});
    expect([(await failure(write(session))).applied, (await failure(read(session))).applied]).toEqual(['maybe', 'no']);
    expect(asked).toHaveLength(3);
  });

  it.each<[string, () => Response | Promise<Response>]>([
    ['that never comes', never],
    ['whose body never ends', () => new Response(new ReadableStream({start: (controller) => controller.enqueue(new TextEncoder().encode('{"'))}))],
  ])('%s is given up after 30 s', async (_name, answer) => {
    const {session, clock} = await connectTo({[post]: answer});
    const call = failure(write(session));
    await clock.advance(29_000);
    let over = false;
    void call.then(() => (over = true));
    await settle();
    expect(over).toBe(false);
    await clock.advance(2_000);
    expect((await call).init).toMatchObject({code: 'network'});
    expect(clock.pending).toBe(0);
  });

  it('breaks off in the middle of a body as `network`', async () => {
    const broken = () => new Response(new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('{"message"'));
        controller.error(new TypeError('network error'));
      },
    }));
    const {session} = await connectTo({[post]: broken});
    expect((await failure(write(session))).init).toMatchObject({code: 'network'});
  });

  it('that comes leaves no sleep behind', async () => {
    const {session, clock} = await connectTo({[get]: json(conversation)});
    await read(session);
    await settle();
    expect(clock.pending).toBe(0);
  });
});

describe('a call that is aborted', () => {
  it.each<[string, (session: Session, signal: AbortSignal) => Promise<unknown>, () => Response | Promise<Response>]>([
    ['while it waits', read, never],
    ['while its body comes', read, () => new Response(new ReadableStream())],
    ['while it writes', write, never],
  ])('%s rejects with the reason of its signal', async (_name, call, answer) => {
    const {session} = await connectTo({[get]: answer, [post]: answer});
    const controller = new AbortController();
    const reason = new Error('left');
    const outcome = failure(call(session, controller.signal));
    await settle();
    controller.abort(reason);
    expect(await outcome).toBe(reason);
  });

  it('while another waits for the same fresh token takes it from nobody', async () => {
    let give: (token: string) => void = () => {};
    const {session} = await connectTo({[get]: onlyFor('t1', conversation)}, {
      context: {getToken: (why) => (why === 'initial' ? 't0' : new Promise<string>((resolve) => (give = resolve)))},
    });
    const controller = new AbortController();
    const [first, second] = [failure(read(session, controller.signal)), read(session)];
    await settle();
    controller.abort(new Error('left'));
    await first;
    give('t1');
    expect((await second).id).toBe('k1');
  });
});

describe('a closed session', () => {
  it('ends what is under way, and refuses what comes after without asking', async () => {
    const {session, asked} = await connectTo({[post]: never});
    const call = failure(write(session));
    await settle();
    await session.close();
    expect((await call).init).toMatchObject({code: 'network', applied: 'maybe'});
    asked.length = 0;
    expect((await failure(write(session))).init).toMatchObject({code: 'network', applied: 'no'});
    expect(asked).toEqual([]);
  });
});

describe('ids', () => {
  it('stand in the path as one segment, whatever is in them', async () => {
    const id = 'a/b?c#d ü%';
    const {session, asked} = await connectTo({[`GET conversations/${encodeURIComponent(id)}`]: json({...conversation, id})});
    expect((await session.getConversation(id, {})).id).toBe(id);
    expect(asked).toHaveLength(1);
  });

  it.each(['', '.', '..', '\ud800'])('that no address can hold (%j) are not found, and nothing is asked', async (id) => {
    const {session, asked} = await connectTo();
    expect((await failure(session.getConversation(id, {}))).code).toBe('not-found');
    expect((await failure(session.typing!.set(id, true, 'reply', {}))).code).toBe('not-found');
    expect(asked).toEqual([]);
  });

  it('that no header can hold are refused before anything is sent', async () => {
    const {session, asked} = await connectTo();
    const sent = session.sendMessage({conversationId: 'k1', clientId: 'ü\n', kind: 'note', body: {format: 'text', value: 'x'}}, {});
    expect((await failure(sent)).init).toMatchObject({code: 'validation', issues: [{path: 'idempotency-key'}]});
    expect(asked).toEqual([]);
  });
});

describe('files', () => {
  const file = {name: 'a.txt', mime: '', blob: new Blob(['hello'])};

  it('inside a message are refused: they are uploaded first', async () => {
    const {session, asked} = await connectTo();
    const sent = session.sendMessage({conversationId: 'k1', clientId: 'x', kind: 'reply', body: {format: 'text', value: ''}, attachments: [file]}, {});
    expect((await failure(sent)).init).toMatchObject({code: 'unsupported'});
    expect(asked).toEqual([]);
  });

  it('larger than the server takes are not sent at all', async () => {
    const {session, asked} = await connectTo();
    const put = session.upload!.put({...file, blob: new Blob(['x'.repeat(1_001)])}, {});
    expect((await failure(put)).init).toMatchObject({code: 'validation', issues: [{rule: 'maxBytes'}]});
    expect(asked).toEqual([]);
  });

  it('of no known type are sent as bytes, and their progress ends with all of them', async () => {
    const {session, asked} = await connectTo({'POST uploads': json({ref: 'r', name: 'a.txt', mime: 'application/octet-stream', bytes: 5})});
    const told: number[] = [];
    await session.upload!.put(file, {onProgress: ({loaded}) => void told.push(loaded)});
    expect(asked[0]?.headers.get('content-type')).toBe('application/octet-stream');
    expect(told).toEqual([5]);
  });

  it('may take as long as they need', async () => {
    const {session, clock} = await connectTo({'POST uploads': never});
    let over = false;
    void session.upload!.put(file, {}).catch(() => (over = true));
    await clock.advance(3_600_000);
    expect(over).toBe(false);
    await session.close();
  });

  it.each<[string, string, string | undefined]>([
    ['https://files.example/f?sig=1', 'https://desk.example/v1', 'https://files.example/f?sig=1'],
    ['/files/f', 'https://desk.example/v1', 'https://desk.example/files/f'],
    ['files/f', '/desk/v1', '/desk/v1/files/f'],
    ['/files/f', '/desk/v1', '/files/f'],
    ['javascript:alert(1)', 'https://desk.example/v1', undefined],
    ['data:text/html,x', '/desk/v1', undefined],
    ['https://', 'https://desk.example/v1', undefined],
  ])('behind the link %s of %s are at %s', async (href, endpoint, wanted) => {
    const path = endpoint.startsWith('/') ? 'GET /desk/v1/attachments/f1/link' : 'GET attachments/f1/link';
    const answers = {'GET /desk/v1/session': json(sessionAnswer), [path]: json({href})};
    const {session} = await connectTo(answers, {options: {endpoint}});
    const found = session.download!.url({id: 'f1', name: 'f', mime: 'text/plain'}, {});
    if (wanted === undefined) expect((await failure(found)).code).toBe('protocol');
    else expect((await found).href).toBe(wanted);
  });
});

describe('the session', () => {
  it('has the groups that the server names and nothing else; what a group may lack is there when it is named', async () => {
    const facts = {...sessionAnswer, features: ['tags', 'contacts', 'time-travel'], optional: ['contacts.search', 'tags.fly']};
    const {session} = await connectTo({'GET session': json(facts)});
    expect(Object.entries(session).filter(([, value]) => typeof value === 'object' && value !== null).map(([key]) => key).sort()).toEqual(['capabilities', 'contacts', 'fileOrigins', 'me', 'tags']);
    expect([session.tags?.create, typeof session.contacts?.search, session.contacts?.update]).toEqual([undefined, 'function', undefined]);
  });

  it('has `lookup` exactly where sends are looked up', async () => {
    const {session} = await connectTo();
    expect(session.lookup).toBeUndefined();
  });

  it('of a newer server leaves out the words that it does not know', async () => {
    const {capabilities} = sessionAnswer;
    const views = [...capabilities.views, {id: 'x', role: 'saved', label: 'X', filter: {mood: 'bad'}, sort: 'mood-desc'}];
    const events = {...capabilities.events, types: ['message.upserted', 'mood.changed']};
    const facts = {...sessionAnswer, capabilities: {...capabilities, views, events, sorts: ['mood-desc', 'activity-asc'], filters: ['mood']}};
    const {session} = await connectTo({'GET session': json(facts)});
    expect(session.capabilities).toMatchObject({filters: [], sorts: ['activity-asc'], events: {types: ['message.upserted']}});
    expect(session.capabilities.views.at(-1)).toEqual({id: 'x', role: 'saved', label: 'X', filter: undefined, sort: undefined});
  });

  it('without a view of what is active is none', async () => {
    const facts = {...sessionAnswer, capabilities: {...sessionAnswer.capabilities, views: [{id: 'x', role: 'saved'}]}};
    const {connect} = adapterWith({'GET session': json(facts)});
    expect((await failure(connect())).code).toBe('protocol');
  });

  it.each(['', 'ftp://desk.example', 'javascript:alert(1)', 'https://desk.example/v1?tenant=a', '/v1#x'])('of the address %j is refused, and nothing is asked', async (endpoint) => {
    const {connect, asked} = adapterWith({}, {options: {endpoint}});
    expect((await failure(connect())).init).toMatchObject({code: 'validation', issues: [{path: 'endpoint'}]});
    expect(asked).toEqual([]);
  });

  it('is the same with slashes at the end of the address', async () => {
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = (input) => (asked.push(input as string), Promise.resolve(json(sessionAnswer)));
    await createHttpAdapter({endpoint: 'https://desk.example/v1//'}).connect({fetch, clock: systemClock, locale: 'de'}, {});
    expect(asked).toEqual(['https://desk.example/v1/session?locale=de']);
  });

  it('looks nothing up where nothing was sent', async () => {
    const facts = {...sessionAnswer, capabilities: {...sessionAnswer.capabilities, idempotentSend: 'lookup'}};
    const {session} = await connectTo({'GET session': json(facts), 'GET conversations/k1/sent/x2': () => problem(500)});
    expect(await session.lookup!.sent('k1', 'x1', {})).toBeNull();
    expect(AdapterError.is(await failure(session.lookup!.sent('k1', 'x2', {})))).toBe(true);
  });
});
