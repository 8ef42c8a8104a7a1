import type {EventCursor, LoopEvent, Session} from '../../contract/index.js';
import {defineChecks} from '../check.js';
import {claim, claimEqual} from '../claims.js';
import type {CheckContext} from '../context.js';
import {declaredIf, hook} from '../needs.js';
import {tells} from '../seen.js';

export const resumeChecks = defineChecks([
  {
    id: 'events/resume-fills-gap',
    level: 'core',
    title: 'tells, after a cursor, all that happened while nobody listened',
    run: async (t) => {
      await claimGapFilled(t, t.session, (cursor) => cursor);
    },
  },
  {
    id: 'events/resume-cursor-survives-json',
    level: 'core',
    title: 'resumes from a cursor that was kept as JSON, also in a new session',
    run: async (t) => {
      await claimGapFilled(t, await t.connect(), (cursor) => (JSON.parse(JSON.stringify({cursor})) as {cursor: string}).cursor);
    },
  },
  {
    id: 'events/expired-cursor-resets',
    level: 'resilience',
    title: 'answers a cursor that is too old with `reset`, not with silence',
    run: async (t) => {
      const cursor = await leave(t);
      const expire = hook(t.faults, 'expireCursor');
      expire();
      const watcher = await t.follow(t.session, cursor);
      const reset = await watcher.event(
        (event): event is Extract<LoopEvent, {type: 'reset'}> => event.type === 'reset',
        'a cursor that is too old is answered by `reset`',
      );
      claimEqual(reset.scope, 'all', 'such a reset is for all');
    },
  },
  {
    id: 'events/burst-500-none-lost',
    level: 'resilience',
    title: 'tells of 500 new conversations at once without losing one, or says `reset`',
    run: async (t) => {
      const many = hook(t.seed, 'many');
      const watcher = await t.follow();
      const ids = await many(500);
      claimEqual(ids.length, 500, 'the hook seed.many makes as many as it was asked for');
      const missing = () => {
        const told = new Set(watcher.events.map(subject));
        return watcher.events.some(({type}) => type === 'reset') ? [] : ids.filter((id) => !told.has(id));
      };
      await watcher
        .until(() => missing().length === 0, 'all 500 are told')
        .catch(() => claim(false, `all 500 new conversations are told; ${missing().length} are missing`));
    },
  },
]);

/** A position in the stream, told while listening; nobody listens afterwards. */
async function leave(t: CheckContext): Promise<EventCursor> {
  declaredIf(t.session.capabilities.events.resume !== 'none', "`events.resume` is 'none'");
  const watcher = await t.follow();
  const id = await t.conversation();
  const {id: message} = await t.seed.incoming(id, t.words('Before the gap'));
  await watcher.event((event) => tells(t.session, event, id, message), 'events are told before the gap');
  const {cursor} = watcher;
  claim(cursor !== undefined, 'a stream that can resume has named a cursor');
  await watcher.stop();
  return cursor;
}

async function claimGapFilled(t: CheckContext, session: Session, kept: (cursor: EventCursor) => EventCursor): Promise<void> {
  const cursor = await leave(t);
  const id = await t.conversation();
  const incoming = await t.seed.incoming(id, t.words('Into the gap'));
  const {message} = await t.reply(id, t.words('Answered in the gap'), await t.other());
  const watcher = await t.follow(session, kept(cursor));
  for (const missed of [incoming.id, message.id]) {
    await watcher.event((event) => tells(session, event, id, missed), 'what happened in the gap is told after the cursor');
  }
  const later = await t.seed.incoming(id, t.words('After the gap'));
  await watcher.event((event) => tells(session, event, id, later.id), 'what happens after the gap is told too');
  await watcher.until(() => watcher.batches.at(-1)?.phase === 'live', "the phase is 'live' once the gap is filled");
}

function subject(event: LoopEvent): string | undefined {
  if (event.type === 'conversation.upserted') return event.conversation.id;
  if (event.type === 'message.upserted') return event.message.conversationId;
  return event.type === 'conversation.touched' ? event.id : undefined;
}
