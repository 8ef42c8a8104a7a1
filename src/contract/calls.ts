/** Given to every call. An aborted call rejects with `signal.reason`, never with an `AdapterError`. */
export interface CallOptions {
  readonly signal?: AbortSignal;
}

export interface WriteOptions extends CallOptions {
  /** Refuse with `conflict` ('version') when the record has moved on since. */
  readonly ifVersion?: string;
}

/** Time as a port, so that a test never sleeps. */
export interface Clock {
  /** ms since the epoch. */
  now(): number;
  /** Resolves after `ms`; rejects with `signal.reason` when aborted. */
  sleep(ms: number, options?: CallOptions): Promise<void>;
}

export type Awaitable<T> = T | PromiseLike<T>;
