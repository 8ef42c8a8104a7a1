import type {CallOptions, EventBatch, EventCursor, Session} from '../contract/index.js';

export type StreamOptions = CallOptions & {readonly after?: EventCursor};

/** An adapter's `async` method that answers the stream is as good as one that is the stream; what it refuses is the stream's loss. */
export const openStream = async (session: Session, options: StreamOptions): Promise<AsyncIterable<EventBatch>> => session.events(options);
