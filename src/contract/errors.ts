import type {Action, Contact, Conversation, Message} from '../model/index.js';

/** `applied` matters for writes. Absent: 'maybe' for network, unavailable and protocol, 'no' for all others. */
interface ErrorShape {
  readonly message: string;
  /** May the write have reached the backend all the same? Only 'no' is ever repeated without looking or asking. */
  readonly applied?: 'no' | 'maybe';
  readonly status?: number;
  readonly requestId?: string;
  readonly cause?: unknown;
}

export interface ValidationIssue {
  readonly path: string;
  readonly message: string;
  readonly rule?: string;
}

export type AdapterErrorInit = ErrorShape &
  (
    | {readonly code: 'auth'; readonly reason?: 'missing' | 'expired' | 'revoked'}
    | {readonly code: 'forbidden'; readonly action?: Action}
    | {readonly code: 'not-found'; readonly what?: string}
    | {readonly code: 'validation'; readonly issues: readonly ValidationIssue[]}
    | {
        readonly code: 'conflict';
        readonly reason: 'version' | 'stale-reply' | 'client-id-reused';
        readonly current?: Conversation | Contact | Message;
      }
    // Not every backend's Retry-After can be read cross-origin: `retryAfterMs` may be absent.
    | {readonly code: 'rate-limited'; readonly retryAfterMs?: number; readonly scope?: string}
    // `applied: 'no'` only when nothing was put on the wire.
    | {readonly code: 'network'}
    // 5xx: a 500 may come after the commit; only a 503 from a gate is `applied: 'no'`.
    | {readonly code: 'unavailable'; readonly retryAfterMs?: number}
    | {readonly code: 'unsupported'; readonly feature: string}
    // The answer was not what the contract says.
    | {readonly code: 'protocol'; readonly detail?: string}
  );

export type AdapterErrorCode = AdapterErrorInit['code'];

/** Two copies of the package may meet on a page, so errors are told by this brand, not by `instanceof`. */
const brand = Symbol.for('loop-inbox/adapter-error');

const mayHaveApplied = (code: AdapterErrorCode): boolean =>
  code === 'network' || code === 'unavailable' || code === 'protocol';

/** The one error an adapter throws; `code` says what kind, `applied` whether a write may have gone through. */
export class AdapterError extends Error {
  override readonly name = 'AdapterError';
  readonly [brand] = true;
  readonly init: AdapterErrorInit;

  constructor(init: AdapterErrorInit) {
    super(init.message, init.cause === undefined ? undefined : {cause: init.cause});
    this.init = init;
  }

  get code(): AdapterErrorCode {
    return this.init.code;
  }

  get applied(): 'no' | 'maybe' {
    return this.init.applied ?? (mayHaveApplied(this.code) ? 'maybe' : 'no');
  }

  /** Worth another try by itself. A read: always when this is true; a write: only when `applied` is 'no' as well. */
  get retryable(): boolean {
    return this.code === 'network' || this.code === 'unavailable' || this.code === 'rate-limited';
  }

  /** How long the backend asked us to wait, in ms; undefined when it did not say. */
  get retryAfterMs(): number | undefined {
    return 'retryAfterMs' in this.init ? this.init.retryAfterMs : undefined;
  }

  static is(error: unknown): error is AdapterError {
    return typeof error === 'object' && error !== null && brand in error;
  }
}
