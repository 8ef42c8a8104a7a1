import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {claimConversation, claimMessage} from '../../../src/conformance/shapes.js';
import {AdapterError, type Conversation, type Message, type Session} from '../../../src/contract/index.js';
import {
  adapterWith,
  connectTo,
  contact,
  conversation,
  escalation,
  json,
  message,
  notification,
  session as sessionAnswer,
  ticket,
} from '../../support/http-answers.js';

type Read = (session: Session) => Promise<unknown>;

/** Reads of every kind of record, with an answer that is right. */
const reads: Readonly<Record<string, readonly [read: Read, right: unknown]>> = {
  'GET conversations': [(s) => s.listConversations({view: 'active'}, {}), {items: [conversation], next: 'c', total: 1}],
  'GET conversations/k1': [(s) => s.getConversation('k1', {}), conversation],
  'GET conversations/k1/messages': [(s) => s.listMessages('k1', {}, {}), {items: [message]}],
  'GET counts': [(s) => s.counts!.get({}), {views: {active: 1}, mine: null}],
  'GET search': [(s) => s.search!.query('x', {}, {}), {items: [{scope: 'message', title: 'x'}]}],
  'GET tags': [(s) => s.tags!.list({}), {items: [{id: 't', name: 'x'}]}],
  'GET contacts/c1': [(s) => s.contacts!.get('c1', {}), contact],
  'GET notifications': [(s) => s.notifications!.list({}, {}), {items: [notification], unread: 1}],
  'GET conversations/k1/escalations': [(s) => s.escalations!.list('k1', {}), {items: [escalation]}],
  'GET conversations/k1/tickets': [(s) => s.tickets!.list('k1', {}), {items: [ticket]}],
  'GET views': [(s) => s.views!.list({}), {items: [{id: 'v', role: 'saved', label: 'x', filter: {unread: true}}]}],
  'GET profile': [(s) => s.profile!.get({}), {name: 'Ann', preferences: {language: 'en'}}],
  'GET macros': [(s) => s.macros!.list({}), {items: [{id: 'a', name: 'x'}]}],
};

/** The same value with one place of it changed, removed or moved into something else. */
function spoilt(value: unknown, at: number, into: unknown): unknown {
  const places: (readonly (string | number)[])[] = [];
  const walk = (one: unknown, path: readonly (string | number)[]) => {
    if (path.length > 0) places.push(path);
    if (Array.isArray(one)) one.forEach((item, index) => walk(item, [...path, index]));
    else if (typeof one === 'object' && one !== null) for (const [key, item] of Object.entries(one)) walk(item, [...path, key]);
  };
  walk(value, []);
  const copy = structuredClone(value);
  const path = places[at % places.length] ?? [];
  let inside = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) inside = inside[step] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (into === undefined && !Array.isArray(inside)) delete inside[last];
  else inside[last] = into ?? null;
  return copy;
}

const anything = fc.oneof(fc.jsonValue({maxDepth: 3}), fc.constant(undefined), fc.constantFrom('', 'active', -1, 0.5, 'yesterday', {}, [], [null]));

/** Everything that came through has to be what the contract says: judged by the conformance suite, which shares no code with the adapter. */
function isRight(found: unknown): void {
  if (Array.isArray(found)) return found.forEach(isRight);
  if (typeof found !== 'object' || found === null) return;
  if ('items' in found) return isRight(found.items);
  if ('channel' in found) claimConversation(found as Conversation);
  if ('order' in found) claimMessage(found as Message);
}

async function outcome(call: Promise<unknown>): Promise<string> {
  try {
    isRight(await call);
    return 'right';
  } catch (error) {
    if (AdapterError.is(error)) return error.code;
    throw error;
  }
}

describe('whatever a server answers', () => {
  it('random JSON is `protocol`, or right; nothing else is ever thrown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(reads)), fc.jsonValue({maxDepth: 5}), async (what, answer) => {
        const [read] = reads[what]!;
        const {session} = await connectTo({[what]: json(answer)});
        expect(['protocol', 'right']).toContain(await outcome(read(session)));
      }),
      {numRuns: 300},
    );
  });

  it('a right answer is right, and with one place spoilt never a wrong record', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.entries(reads)), fc.nat(), anything, async ([what, [read, right]], at, into) => {
        const {session} = await connectTo({[what]: json(spoilt(right, at, into))});
        expect(['protocol', 'right']).toContain(await outcome(read(session)));
        const good = await connectTo({[what]: json(right)});
        expect(await outcome(read(good.session))).toBe('right');
      }),
      {numRuns: 600},
    );
  });

  it('a spoilt session is `protocol`, or one that can be worked with', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), anything, async (at, into) => {
        const {connect} = adapterWith({'GET session': json(spoilt(sessionAnswer, at, into))});
        const made = connect().then(({me, capabilities}) => {
          expect([typeof me.id, capabilities.views.some(({role}) => role === 'active')]).toEqual(['string', true]);
          expect([capabilities.sorts.length > 0, capabilities.bodyFormats.length > 0]).toEqual([true, true]);
        });
        expect(['protocol', 'right']).toContain(await outcome(made));
      }),
      {numRuns: 300},
    );
  });

  it('a spoilt problem is still an AdapterError of its status', async () => {
    const whole = {status: 409, code: 'conflict', reason: 'version', applied: 'no', detail: 'x', current: conversation, issues: [{path: 'a', message: 'b'}]};
    await fc.assert(
      fc.asyncProperty(fc.nat(), anything, async (at, into) => {
        const {session} = await connectTo({'GET conversations/k1': json(spoilt(whole, at, into), 409)});
        expect(await outcome(session.getConversation('k1', {}))).toBe('conflict');
      }),
      {numRuns: 200},
    );
  });

  it('events made of random JSON are told as what they are, or as a reset, and the stream goes on', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), anything, async (at, into) => {
        const items = [spoilt({type: 'message.upserted', message}, at, into), spoilt({type: 'conversation.upserted', conversation}, at, into), into ?? null];
        const {session} = await connectTo({'GET events/log': json({items, cursor: '1', phase: 'live'})}, {options: {transport: 'poll'}});
        for await (const {events} of session.events({})) {
          for (const event of events) {
            if (event.type === 'message.upserted') claimMessage(event.message);
            else if (event.type === 'conversation.upserted') claimConversation(event.conversation);
            else expect(event.type).toBe('reset');
          }
          break;
        }
        await session.close();
      }),
      {numRuns: 300},
    );
  });
});
