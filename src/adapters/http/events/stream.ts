import {AdapterError, type EventBatch, type EventCursor} from '../../../contract/index.js';
import {abortable} from '../wire/abortable.js';
import {Deadline} from '../wire/deadline.js';
import type {Feed} from './feed.js';
import {Batches} from './batches.js';
import {FrameReader} from './frames.js';

/** The server says something every 15 s, be it a comment. */
const silenceMs = 35_000;

/** Thrown when a stream cannot be had here, and asking again and again may do. */
export class NoStream extends Error {
  override readonly name = 'NoStream';
}

/** Statuses of a server that has no stream, or of something on the way that lets none through. */
const streamless = new Set([404, 405, 406, 501]);

/**
 * One connection of server-sent events.
 *
 * @param firstMs how long the first bytes may take.
 */
export async function* readStream(
  {client, resume, transport}: Feed,
  {after, ending, firstMs}: {readonly after: EventCursor | undefined; readonly ending: AbortSignal; readonly firstMs: number},
): AsyncGenerator<EventBatch> {
  const silence = new Deadline(client.context.clock, firstMs);
  const stop = new AbortController();
  const signal = AbortSignal.any([ending, silence.signal, stop.signal]);
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let hasBegun = false;
  try {
    const response = await client.open({path: 'events', query: {after}, accept: 'text/event-stream'}, signal);
    if (!isEventStream(response)) throw client.malformed('GET events: no text/event-stream');
    reader = response.body?.getReader();
    const frames = new FrameReader();
    const batches = new Batches({after, resume, log: client.context.log});
    for (;;) {
      const next = await abortable(reader?.read() ?? {done: true, value: undefined}, signal);
      if (next.done) throw new AdapterError({code: 'network', message: 'The stream of events ended'});
      hasBegun = true;
      silence.putOff(silenceMs);
      yield* made(() => batches.take(frames.take(next.value)), (detail) => client.malformed(`GET events: ${detail}`));
    }
  } catch (error) {
    ending.throwIfAborted();
    if (transport === 'auto' && !hasBegun && (silence.isOver || isStreamless(error))) throw new NoStream('No stream of events', {cause: error});
    if (silence.isOver) throw new AdapterError({code: 'network', message: 'The stream of events fell silent'});
    if (AdapterError.is(error)) throw error;
    throw new AdapterError({code: 'network', message: 'The stream of events broke', cause: error});
  } finally {
    silence.stop();
    stop.abort();
    void reader?.cancel().catch(() => undefined);
  }
}

const isEventStream = ({headers}: Response): boolean => /^text\/event-stream\b/i.test(headers.get('content-type') ?? '');

const isStreamless = (error: unknown): boolean => AdapterError.is(error) && streamless.has(error.init.status ?? 0);

function made<T>(make: () => T, malformed: (detail: string) => AdapterError): T {
  try {
    return make();
  } catch (error) {
    throw malformed(error instanceof Error ? error.message : String(error));
  }
}
