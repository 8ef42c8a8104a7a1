import {describe, expect, it} from 'vitest';
import {withFaults, type CallFate, type CallWay, type FaultPlan} from '../../../src/conformance/index.js';
import {AdapterError, type EventBatch, type NewMessage, type Session} from '../../../src/contract/index.js';
import {FakeClock, settle} from '../../support/fake-clock.js';
import {memorySetup} from '../../support/memory-target.js';

const message = (clientId: string): NewMessage => ({conversationId: '', clientId, kind: 'reply', body: {format: 'text', value: clientId}});

/** A session through `plan` on a desk that can also be looked at directly. */
async function desk(plan: FaultPlan) {
  const clock = new FakeClock();
  const {adapter, agents, seed} = memorySetup({clock});
  const agent = {...agents[0], clock};
  const direct = await adapter.connect(agent, {});
  const {id} = await seed.conversation({contact: (await seed.contact({name: 'Robin', email: 'robin@example.org'})).id, text: 'Hello?'});
  const session = await withFaults(adapter, plan).connect(agent, {});
  const send = (clientId: string) => session.sendMessage({...message(clientId), conversationId: id}, {});
  const stored = async () => (await direct.listMessages(id, {}, {})).items.filter(({kind}) => kind === 'reply').length;
  return {clock, session, seed, id, send, stored};
}

const onSend = (way: CallWay): FaultPlan => ({call: (method) => (method === 'sendMessage' ? way : {fate: 'answered'})});

/** What came of a call: its error as `code applied`, 'answered', or 'silent'. */
async function outcome(call: Promise<unknown>): Promise<string> {
  let told = 'silent';
  void call.then(
    () => (told = 'answered'),
    (error: unknown) => (told = AdapterError.is(error) ? `${error.code} ${error.applied}` : String(error)),
  );
  await settle();
  return told;
}

/** Reads a stream to its end in the background. */
function read(session: Session) {
  const batches: EventBatch[] = [];
  let error: unknown;
  const run = async () => {
    for await (const batch of session.events({})) batches.push(batch);
  };
  void run().catch((thrown: unknown) => (error = thrown));
  return {
    texts: () => batches.flatMap(({events}) => events.flatMap((event) => (event.type === 'message.upserted' ? [event.message.body.value] : []))),
    error: () => error,
  };
}

describe('withFaults', () => {
  const fates: readonly {fate: CallFate; told: string; stored: number}[] = [
    {fate: 'answered', told: 'answered', stored: 1},
    {fate: 'refused', told: 'network no', stored: 0},
    {fate: 'lost-before', told: 'network maybe', stored: 0},
    {fate: 'lost-after', told: 'network maybe', stored: 1},
    {fate: 'silent-before', told: 'silent', stored: 0},
    {fate: 'silent-after', told: 'silent', stored: 1},
    {fate: 'garbled', told: 'protocol maybe', stored: 1},
    {fate: {code: 'unavailable', applied: 'maybe', status: 500, committed: true}, told: 'unavailable maybe', stored: 1},
    {fate: {code: 'rate-limited', retryAfterMs: 2_000}, told: 'rate-limited no', stored: 0},
  ];
  for (const {fate, told, stored} of fates) {
    const name = typeof fate === 'string' ? fate : `${fate.code}${fate.committed ? ' after the deed' : ''}`;
    it(`${name}: the caller hears '${told}', the backend has ${stored}`, async () => {
      const one = await desk(onSend({fate}));
      expect(await outcome(one.send('a'))).toBe(told);
      expect(await one.stored()).toBe(stored);
    });
  }

  it('takes its time on the way out and on the way back', async () => {
    const {clock, send, stored} = await desk(onSend({fate: 'answered', outMs: 5_000, backMs: 60_000}));
    let answered = false;
    void send('a').then(() => (answered = true));
    await clock.advance(4_999);
    expect(await stored()).toBe(0);
    await clock.advance(1);
    expect([await stored(), answered]).toEqual([1, false]);
    await clock.advance(60_000);
    expect(answered).toBe(true);
  });

  it('names the methods of groups with their group', async () => {
    const asked: string[] = [];
    const {session} = await desk({call: (method) => (asked.push(method), {fate: 'answered'})});
    await session.tags?.list({});
    expect(asked).toEqual(['connect', 'tags.list']);
  });

  it('tells events twice, late and out of order as planned', async () => {
    let nth = 0;
    const first: FaultPlan['batch'] = (batch) => (batch.events.length === 0 ? [{batch, delayMs: 0}] : [{batch, delayMs: ++nth === 1 ? 1_000 : 0}, {batch, delayMs: 2_000}]);
    const {clock, session, seed, id} = await desk({batch: first});
    const {texts} = read(session);
    await settle();
    await seed.incoming(id, 'one');
    await settle();
    await seed.incoming(id, 'two');
    await settle();
    expect(texts()).toEqual(['two']);
    await clock.advance(1_000);
    expect(texts()).toEqual(['two', 'one']);
    await clock.advance(1_000);
    expect(texts().toSorted()).toEqual(['one', 'one', 'two', 'two']);
  });

  it('cuts a stream with the error that it is given, and says when it ends', async () => {
    const open = new Set<(error: AdapterError) => void>();
    const {session} = await desk({streamOpened: (cut) => (open.add(cut), () => void open.delete(cut))});
    const {error} = read(session);
    await settle();
    const gone = new AdapterError({code: 'network', applied: 'no', message: 'Cut'});
    for (const cut of [...open]) cut(gone);
    await settle();
    expect(error()).toBe(gone);
    expect(open.size).toBe(0);
  });
});
