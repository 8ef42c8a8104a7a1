import {
  type CallOptions,
  type Core,
  type EventBatch,
  type EventCursor,
  type Id,
} from '../../contract/index.js';
import type {MemoryBackend} from './backend/backend.js';
import {EventStream} from './backend/event-stream.js';
import {core} from './features/core.js';
import type {FeatureContext} from './features/context.js';
import type {MemoryFaults} from './faults.js';
import type {Gate} from './gate.js';

/** Puts every method of a group behind the gate. The last argument of each is its options. */
export function gated<T extends object>(gate: Gate, name: string, group: T): T {
  const behind: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(group)) {
    const method = name ? `${name}.${key}` : key;
    behind[key] =
      typeof member === 'function'
        ? (...given: unknown[]) =>
            gate.pass(method, (given.at(-1) ?? {}), () => (member as (...given: unknown[]) => unknown)(...given))
        : member;
  }
  return behind as T;
}

/** The core of one agent's session. */
export function coreOf(
  gate: Gate,
  context: FeatureContext,
  faults: MemoryFaults,
): Omit<Core, 'watch'> & {endStreams(): void} {
  const streams = new Set<EventStream>();
  return {
    ...gated(gate, '', core(context)),
    events: (options) => events(gate, context, faults, streams, options),
    endStreams: () => {
      for (const stream of streams) stream.end({how: 'closed'});
    },
  };
}

/** One connection to the event log. Where it begins is fixed by the call, not by the first read. */
function events(
  gate: Gate,
  {desk, agentId}: FeatureContext,
  faults: MemoryFaults,
  streams: Set<EventStream>,
  {after, signal}: CallOptions & {readonly after?: EventCursor},
): AsyncIterable<EventBatch> {
  const open = opener(desk, agentId, after, signal);
  return {
    async *[Symbol.asyncIterator]() {
      signal?.throwIfAborted();
      faults.begin('events');
      await gate.authenticate(signal);
      const stream = open();
      streams.add(stream);
      const forget = faults.onStreamsEnd((error) => stream.end({how: 'failed', error}));
      try {
        for await (const batch of stream) {
          await gate.written();
          yield batch;
        }
      } finally {
        forget();
        streams.delete(stream);
        stream.end({how: 'closed'});
      }
    },
  };
}

/** A cursor nobody made is told by the first read, like every other failure of a stream. */
function opener(desk: MemoryBackend, agentId: Id, after: EventCursor | undefined, signal: AbortSignal | undefined) {
  try {
    const stream = new EventStream(desk, agentId, after, signal);
    return () => stream;
  } catch (error) {
    return (): EventStream => {
      throw error;
    };
  }
}
