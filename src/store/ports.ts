import type {Awaitable, CallOptions, Clock, Id} from '../contract/index.js';
import type {Choices} from './choices.js';
import type {Draft} from './draft.js';
import type {OutboxEntry, PendingChange} from './outbox-entry.js';

/** What is kept in the browser for one identity. */
export interface Kept {
  readonly drafts: readonly Draft[];
  readonly entries: readonly OutboxEntry[];
  readonly changes: readonly PendingChange[];
  readonly choices: Partial<Choices> | undefined;
}

/** Writes that succeed or fail together. */
export interface VaultWrite {
  readonly putDrafts?: readonly Draft[];
  readonly deleteDrafts?: readonly string[];
  readonly putEntries?: readonly OutboxEntry[];
  readonly deleteEntries?: readonly string[];
  readonly putChanges?: readonly PendingChange[];
  readonly deleteChanges?: readonly Id[];
  readonly putChoices?: Choices;
}

/** The storage of one identity. */
export interface Vault {
  load(): Promise<Kept>;
  /** Resolves once the transaction is committed. Rejects when the storage is full, denied or gone. */
  write(change: VaultWrite): Promise<void>;
  /** Writes an entry anew where it is kept. Resolves with false when it is not: another page has taken it out. */
  update(entry: OutboxEntry): Promise<boolean>;
  /** Takes an entry out, `together` with another write, if it may go as it is kept. Resolves with false when not: then nothing is written. */
  takeOut(clientId: string, mayGo: (kept: OutboxEntry | undefined) => boolean, together: VaultWrite): Promise<boolean>;
  /** Takes the lease `name` for `owner` until `untilMs`, unless another owner holds one that has not run out at `nowMs`. */
  lease(name: string, owner: string, nowMs: number, untilMs: number): Promise<boolean>;
  /** Deletes everything of this identity. */
  wipe(): Promise<void>;
  close(): void;
  /** Set by who opened it; called when the browser takes the storage away, as when the site's data is cleared. Another may be opened at once. */
  onGone?: () => void;
}

export interface StoragePort {
  /** @throws when storage is denied; the inbox then keeps everything in memory and says so once. */
  open(identity: string): Promise<Vault>;
}

/** One holder at a time over all tabs of an origin. Absent on insecure pages: the vault's lease takes its place. */
export interface LockPort {
  /**
   * Runs `work` while holding `name`; waits for it, or takes it from whoever has it (`steal`). Rejects with `signal.reason` when aborted before it is
   * held, when it is stolen while `work` runs, and with a `SecurityError` where the browser denies this page its locks.
   */
  request<T>(name: string, options: {readonly signal?: AbortSignal; readonly steal?: boolean}, work: () => Promise<T>): Promise<T>;
}

/** Tells the other tabs of this origin. */
export interface ChannelPort {
  /** @throws where the browser denies it. */
  open(name: string, onMessage: (message: unknown) => void): {post(message: unknown): void; close(): void};
}

/** What the page goes through. */
export type PageEvent = 'online' | 'offline' | 'visible' | 'hidden' | 'pagehide' | 'pageshow' | 'focus';

export interface PagePort {
  online(): boolean;
  visible(): boolean;
  subscribe(listener: (event: PageEvent) => void): () => void;
}

export type Log = (level: 'debug' | 'warn' | 'error', message: string, detail?: unknown) => void;

/** All that the store needs of a platform. The browser's are in `internal/browser-ports`. */
export interface Ports {
  readonly clock: Clock;
  readonly fetch: typeof globalThis.fetch;
  /** An id no other tab or machine will make: 128 random bits as text. */
  readonly newId: () => string;
  /** In [0, 1): the jitter of back-offs. */
  readonly random: () => number;
  readonly storage?: StoragePort | undefined;
  readonly locks?: LockPort | undefined;
  readonly channel?: ChannelPort | undefined;
  readonly page?: PagePort | undefined;
  readonly log: Log;
}

export type GetToken = (why: 'initial' | 'expired', options: CallOptions) => Awaitable<string | undefined>;
