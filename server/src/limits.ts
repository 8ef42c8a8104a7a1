export interface Limits {
  /** Calls of one agent or channel: so many each second, and so many at once after a pause. Counted by each node. */
  readonly callsPerSecond: number;
  readonly callsAtOnce: number;
  readonly maxBodyChars: number;
  readonly maxFileBytes: number;
  readonly maxFiles: number;
  /** Types that may be uploaded, as `type/*` or whole; what a browser would run as a page is never among them. */
  readonly fileTypes: readonly string[];
  /** A reader of events who is so many bytes behind is cut off; it comes back with its cursor. */
  readonly maxStreamBacklogBytes: number;
  /** Streams of one agent at the same time on one node. */
  readonly maxStreams: number;
  readonly pingMs: number;
  /** A look into the database without a poke. */
  readonly pollMs: number;
  readonly keepEventsMs: number;
  readonly keepEvents: number;
  /** How often an outgoing delivery is tried before it is dead, and the longest wait between two tries. */
  readonly deliveryAttempts: number;
  readonly deliveryMaxWaitMs: number;
  readonly upkeepMs: number;
}

const day = 86_400_000;

export const defaultLimits: Limits = {
  callsPerSecond: 50,
  callsAtOnce: 200,
  maxBodyChars: 100_000,
  maxFileBytes: 20 * 1_048_576,
  maxFiles: 20,
  fileTypes: ['image/*', 'audio/*', 'video/*', 'text/plain', 'text/csv', 'application/pdf', 'application/zip', 'application/octet-stream', 'application/msword', 'application/vnd.*', 'application/json'],
  maxStreamBacklogBytes: 1_048_576,
  maxStreams: 20,
  pingMs: 15_000,
  pollMs: 5_000,
  keepEventsMs: 7 * day,
  keepEvents: 100_000,
  deliveryAttempts: 10,
  deliveryMaxWaitMs: 3_600_000,
  upkeepMs: 500,
};
