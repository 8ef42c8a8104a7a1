import type {EventBatch, LoopEvent, Session} from '../../../src/contract/index.js';
import {written} from './wire.js';

const isPassing = ({type}: LoopEvent): boolean => type === 'typing' || type === 'presence' || type === 'availability';

/** One batch as frames; the last of its events that counts has the cursor. */
function framesOf({events, cursor, phase}: EventBatch, told: EventBatch['phase'] | undefined): string {
  const counted = events.filter((event) => !isPassing(event));
  const frames: string[] = [];
  if (phase !== told || counted.length === 0) frames.push(frame('phase', {phase}, counted.length === 0 ? cursor : undefined));
  for (const event of events.filter(isPassing)) frames.push(frame(event.type, event));
  for (const [index, event] of counted.entries()) {
    frames.push(frame(event.type, event, index === counted.length - 1 ? cursor : undefined));
  }
  return frames.join('');
}

const frame = (event: string, data: unknown, id?: string): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${written(data)}\n\n`;

export async function eventStream(session: Session, after: string | undefined, signal: AbortSignal): Promise<Response> {
  const encoder = new TextEncoder();
  const ending = new AbortController();
  const stream = session.events({after, signal: AbortSignal.any([signal, ending.signal])})[Symbol.asyncIterator]();
  const first = await stream.next();
  let told: EventBatch['phase'] | undefined;
  let ping: ReturnType<typeof setInterval>;
  const tell = (controller: ReadableStreamDefaultController<Uint8Array>, batch: EventBatch) => {
    controller.enqueue(encoder.encode(framesOf(batch, told)));
    told = batch.phase;
  };
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      ping = setInterval(() => controller.enqueue(encoder.encode(': ping\n\n')), 15_000);
      if (!first.done) tell(controller, first.value);
    },
    pull: async (controller) => {
      try {
        const {done, value} = await stream.next();
        if (!done) return tell(controller, value);
        clearInterval(ping);
        controller.close();
      } catch (error) {
        clearInterval(ping);
        controller.error(error);
      }
    },
    cancel: () => {
      clearInterval(ping);
      ending.abort();
    },
  });
  return new Response(body, {headers: {'content-type': 'text/event-stream; charset=utf-8'}});
}

export async function eventLog(session: Session, query: URLSearchParams, signal: AbortSignal): Promise<unknown> {
  const ending = new AbortController();
  const waited = setTimeout(() => ending.abort(), Math.max(Number(query.get('wait') ?? 0) * 1_000, 50));
  const items: LoopEvent[] = [];
  let cursor = query.get('after') ?? undefined;
  let phase: EventBatch['phase'] = 'live';
  try {
    for await (const batch of session.events({after: cursor, signal: AbortSignal.any([signal, ending.signal])})) {
      items.push(...batch.events.filter((event) => !isPassing(event)));
      cursor = batch.cursor ?? cursor;
      ({phase} = batch);
      if (phase === 'live' && (items.length > 0 || query.get('wait') === '0')) break;
    }
  } catch (error) {
    if (!ending.signal.aborted) throw error;
  } finally {
    clearTimeout(waited);
  }
  return {items, cursor, phase};
}
