import {array, unknown} from 'valibot';
import type {EventBatch, EventCursor} from '../../../contract/index.js';
import {phase} from '../shapes/event.js';
import {id, record} from '../shapes/values.js';
import {decodeEvent} from './decode-event.js';
import type {Feed} from './feed.js';

interface EventLog {
  readonly items: readonly unknown[];
  readonly cursor: EventCursor;
  readonly phase: EventBatch['phase'];
}

const eventLog = record<EventLog>({items: array(unknown()), cursor: id, phase});

/** How long the server may hold an answer back until there is something to tell, in s. */
const waitS = 25;
/** What the way there and back may take beyond that. */
const graceMs = 15_000;
const limit = 500;
/** From one question to the next. A server that does not wait must not be asked without pause, and a busy one not for every event. */
const paceMs = {still: 1_000, live: 250, 'catching-up': 0} as const;

/** The same events, asked for again and again. */
export async function* pollLog(
  {client, tellsCounts}: Feed,
  {after, ending}: {readonly after: EventCursor | undefined; readonly ending: AbortSignal},
): AsyncGenerator<EventBatch> {
  const {clock, log} = client.context;
  let position = after;
  let told: EventBatch['phase'] | undefined;
  for (;;) {
    const wait = told === 'live' ? waitS : 0;
    const began = clock.now();
    const query = {after: position, limit, wait};
    const answer = await client.read(eventLog, {path: 'events/log', query}, {signal: ending, timeoutMs: wait * 1_000 + graceMs});
    const events = answer.items.map((item) => decodeEvent(item, log)).filter((event) => event !== undefined);
    // The log has only what has a position; what happened may have changed the counts as well.
    if (tellsCounts && events.length > 0 && !events.some(({type}) => type === 'counts.changed')) events.push({type: 'counts.changed'});
    const isFirst = told === undefined;
    const isStill = answer.cursor === position && answer.phase === told;
    if (isFirst || events.length > 0 || !isStill) yield {events, cursor: answer.cursor, phase: answer.phase};
    position = answer.cursor;
    told = answer.phase;
    const pause = isFirst ? 0 : began + paceMs[isStill ? 'still' : answer.phase] - clock.now();
    if (pause > 0) await clock.sleep(pause, {signal: ending});
  }
}
