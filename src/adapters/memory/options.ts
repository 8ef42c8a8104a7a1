import type {Awaitable, Clock, Id} from '../../contract/index.js';
import type {ConversationFile} from './conversation-file.js';
import type {MemoryFaults} from './faults.js';
import type {Latency} from './gate.js';

/** Where a desk outlives the page. What is saved can be cloned by structure (files are Blobs in it), so IndexedDB takes it as it is. */
export interface PersistPort {
  /** Part of the identity of the sessions; absent: 'desk'. */
  readonly name?: string;
  load(): Promise<unknown>;
  save(snapshot: unknown): Promise<void>;
}

export interface MemoryAdapterOptions {
  /** The desk to start with; absent: the sample desk, loaded when first needed. */
  readonly data?: ConversationFile | Promise<unknown> | (() => Awaitable<unknown>);
  /** Where all chance comes from: the same seed and clock give the same events. */
  readonly seed?: number;
  /** How long a call takes, in ms; absent: 60 to 180 in a live desk, else nothing. */
  readonly latencyMs?: Latency;
  /** Customers and colleagues act by themselves. */
  readonly live?: boolean;
  /** Speed of a live desk; 2 is twice as fast. */
  readonly pace?: number;
  readonly faults?: MemoryFaults;
  /** Keeps the desk: a name (in the browser, under it) or a port. Each change is written down before anybody is told of it. */
  readonly persist?: PersistPort | string;
  /** Absent: true. False leaves the automated view and the hand-off out. */
  readonly automated?: boolean;
  /** Absent: the clock of the first session. */
  readonly clock?: Clock;
  /** Id of the agent of a session without a token; absent: the file's `me`. */
  readonly agent?: Id;
  /** What a repeated send does; absent: 'server'. The others are there to try an inbox on. */
  readonly idempotentSend?: 'server' | 'lookup' | 'none';
  /** Absent: 'restore'. */
  readonly undo?: 'restore' | 'hold';
  /** How many happenings a late cursor can be told; absent: 10,000. */
  readonly logLimit?: number;
  /** Largest file in bytes; absent: 25 MB. */
  readonly maxFileBytes?: number;
}
