import {describe, expect, it} from 'vitest';
import {createRequestTrackerAdapter} from '../../../src/adapters/request-tracker/index.js';
import {systemClock, type AdapterError} from '../../../src/contract/index.js';
import {answer, connectTo, page, ticket} from '../../support/request-tracker-answers.js';

const failure = (call: Promise<unknown>): Promise<AdapterError> => call.then(() => { throw new Error('accepted'); }, (error: unknown) => error as AdapterError);

describe('the wire to Request Tracker', () => {
  it('goes to the REST interface below the endpoint with the token of the agent, and without cookies', async () => {
    const {session, asked} = await connectTo();
    await session.getConversation('1', {});
    expect(asked[0]?.path).toBe('tickets');
    expect(asked[0]?.headers.get('authorization')).toBe('token 1-28-c0ffee');
    expect(asked[0]?.credentials).toBe('omit');
  });

  it('leaves the token to a proxy where there is none, and sends the cookies of the page', async () => {
    const {session, asked} = await connectTo({}, {options: {agent: '28'}, context: {getToken: undefined}});
    await session.getConversation('1', {});
    expect(asked[0]?.headers.get('authorization')).toBeNull();
    expect(asked[0]?.credentials).toBe('same-origin');
  });

  it('asks who the agent is where neither a token nor an option says it', async () => {
    const error = await failure(connectTo({}, {context: {getToken: undefined}}));
    expect(error.init).toMatchObject({code: 'auth', reason: 'missing'});
  });

  it('takes the way to the login page, which browsers are shown, for a token that is not known', async () => {
    let refused = false;
    const asked: string[] = [];
    const {session} = await connectTo(
      {'GET tickets': () => (refused ? answer(302, {}, {location: '/'}) : page([ticket(1)]))},
      {context: {getToken: (why) => { asked.push(why); return `1-28-${why}`; }}},
    );
    refused = true;
    const error = await failure(session.getConversation('1', {}));
    expect(error.init).toMatchObject({code: 'auth', reason: 'expired'});
    expect(asked).toEqual(['initial', 'expired']);
    refused = false;
    expect((await session.getConversation('1', {})).id).toBe('1');
  });

  it('uses no fresh token of somebody else', async () => {
    let isRefused = false;
    const {session, asked} = await connectTo(
      {'GET tickets': ({headers}) => (isRefused && headers.get('authorization')?.startsWith('token 1-28-') ? answer(401) : page([ticket(1)]))},
      {context: {getToken: (why) => (why === 'initial' ? '1-28-c0ffee' : '1-29-c0ffee')}},
    );
    isRefused = true;
    expect((await failure(session.getConversation('1', {}))).init).toMatchObject({code: 'auth', reason: 'expired'});
    expect(asked.at(-1)?.headers.get('authorization')).toBe('token 1-28-c0ffee');
  });

  it('goes on with the fresh token that another call has fetched meanwhile', async () => {
    let refused = '';
    let expired = 0;
    let answerLate = () => {};
    const late = new Promise<void>((resolve) => (answerLate = resolve));
    const {session} = await connectTo(
      {
        'GET tickets': async ({headers, query}) => {
          const isRefused = headers.get('authorization') === refused;
          if (query.get('query') === 'id = 2' && isRefused) await late;
          return isRefused ? answer(401) : page([ticket(1)]);
        },
      },
      {context: {getToken: (why) => (why === 'initial' ? '1-28-old' : `1-28-new${++expired}`)}},
    );
    refused = 'token 1-28-old';
    const slow = session.getConversation('2', {});
    await session.getConversation('1', {});
    answerLate();
    await slow;
    expect(expired).toBe(1);
  });

  it.each([
    [429, {'retry-after': '2'}, {code: 'rate-limited', retryAfterMs: 2_000}],
    [429, {'retry-after': 'Tue, 24 Mar 2026 14:30:05 GMT'}, {code: 'rate-limited', retryAfterMs: 5_000}],
    [429, {}, {code: 'rate-limited', retryAfterMs: undefined}],
    [503, {'retry-after': '3'}, {code: 'unavailable', retryAfterMs: 3_000}],
    [500, {}, {code: 'unavailable'}],
    [403, {}, {code: 'forbidden'}],
    [404, {}, {code: 'not-found'}],
    [412, {}, {code: 'conflict', reason: 'version'}],
    [400, {}, {code: 'validation'}],
  ] as const)('tells status %i with %o as %o', async (status, headers, expected) => {
    const {session} = await connectTo({'GET user/7': () => answer(status, {message: 'Nope'}, headers)});
    expect((await failure(session.contacts!.get('7', {}))).init).toMatchObject(expected);
  });

  it.each([
    [500, {}, 'maybe'],
    [503, {}, 'maybe'],
    [503, {'retry-after': '1'}, 'no'],
    [403, {}, 'no'],
    [429, {}, 'no'],
  ] as const)("says of a reply met by status %i with %o that it was applied: '%s'", async (status, headers, applied) => {
    const {session} = await connectTo({'POST ticket/1/correspond': () => answer(status, {}, headers)});
    const message = {conversationId: '1', clientId: 'c', kind: 'reply', body: {format: 'text', value: 'Hello'}} as const;
    expect((await failure(session.sendMessage(message, {}))).applied).toBe(applied);
  });

  it('tells a page of HTML in place of data as `protocol`', async () => {
    const {session} = await connectTo({'GET user/7': () => new Response('<!doctype html>')});
    expect((await failure(session.contacts!.get('7', {}))).code).toBe('protocol');
  });

  it('names the place of what is malformed in an answer, and not the value', async () => {
    let row: unknown = ticket(1);
    const {session} = await connectTo({'GET tickets': () => page([row as Record<string, unknown>])});
    for (const [field, value] of [['Status', 4111], ['LastUpdated', 'yesterday 4111'], ['Requestor', '4111'], ['id', 'x4111']] as const) {
      row = {...ticket(1), [field]: value};
      const error = await failure(session.getConversation('1', {}));
      expect(error.init).toMatchObject({code: 'protocol', detail: `tickets.items.0.${field}`});
      expect(JSON.stringify(error.init)).not.toContain('4111');
    }
  });

  it('tells a search that Request Tracker refuses without the words that were searched for', async () => {
    let works = true;
    const {session} = await connectTo({'GET tickets': () => (works ? page([]) : answer(400, {message: "Wrong query near 'secret'"}))});
    works = false;
    const error = await failure(session.search!.query('secret', {}, {}));
    expect(error.code).toBe('validation');
    expect(`${error.message} ${JSON.stringify(error.init)}`).not.toContain('secret');
  });

  it('calls fetch without a `this`, as a browser wants it', async () => {
    const seen: unknown[] = [];
    function fetch(this: unknown): Promise<Response> {
      seen.push(this);
      return Promise.resolve(answer(401));
    }
    const adapter = createRequestTrackerAdapter({endpoint: '/rt', token: '1-28-c0ffee'});
    await failure(adapter.connect({fetch, clock: systemClock, locale: 'en'}, {}));
    expect(seen).toEqual([undefined]);
  });
});
