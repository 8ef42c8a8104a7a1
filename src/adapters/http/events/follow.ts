import type {CallOptions, EventBatch, EventCursor} from '../../../contract/index.js';
import type {Feed} from './feed.js';
import {pollLog} from './poll.js';
import {NoStream, readStream} from './stream.js';

/** How long the first bytes of a stream may take before it counts as held back by something on the way. */
const firstFrameMs = 5_000;
const patientMs = 35_000;

/** One connection: ends with an error when it is lost, and without one when the session is closed. */
export async function* follow(feed: Feed, {after, signal}: CallOptions & {readonly after?: EventCursor}): AsyncGenerator<EventBatch> {
  const {client} = feed;
  client.assertMayBegin(signal);
  const ending = signal ? AbortSignal.any([signal, client.closing]) : client.closing;
  const from = after ?? feed.start;
  feed.start = undefined;
  try {
    if (!(yield* streamed(feed, from, ending))) yield* polled(feed, from, ending);
  } catch (error) {
    if (signal?.aborted || !client.closing.aborted) throw error;
  }
}

/** False when there is no stream to be had and the events have to be asked for. */
async function* streamed(feed: Feed, after: EventCursor | undefined, ending: AbortSignal): AsyncGenerator<EventBatch, boolean> {
  if (feed.transport === 'poll' || feed.isHeldBack) return false;
  try {
    yield* readStream(feed, {after, ending, firstMs: feed.transport === 'auto' ? firstFrameMs : patientMs});
    return true;
  } catch (error) {
    if (!(error instanceof NoStream)) throw error;
    feed.client.context.log?.('debug', 'No stream of events came through; they are asked for instead');
    return false;
  }
}

async function* polled(feed: Feed, after: EventCursor | undefined, ending: AbortSignal): AsyncGenerator<EventBatch> {
  for await (const batch of pollLog(feed, {after, ending})) {
    feed.isHeldBack = true;
    yield batch;
  }
}
