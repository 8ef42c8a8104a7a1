import type {Agent, Conversation, ConversationState, Id, Message, Timestamp} from '../model/index.js';
import type {Awaitable, CallOptions, Clock, WriteOptions} from './calls.js';
import type {Capabilities} from './capabilities.js';
import type {EventBatch} from './events.js';
import type {Feature, OptionalFeatures} from './features.js';
import type {ConversationQuery, EventCursor, MessageQuery, Page} from './paging.js';
import type {NewMessage, Progress, SendResult, StateChange} from './writing.js';

/** What the inbox hands to an adapter. */
export interface AdapterContext {
  /** Fresh credentials. Called at connect, and once more after one `auth` failure ('expired'). */
  getToken?(why: 'initial' | 'expired', options: CallOptions): Awaitable<string | undefined>;
  /** Injected, so that tests, proxies and in-process servers can stand in. */
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  /** Language of every text the adapter makes up (BCP 47). A change of language means close and connect. */
  readonly locale: string;
  log?(level: 'debug' | 'warn' | 'error', message: string, detail?: unknown): void;
}

/** One backend. Translates its records and errors; does not retry, reconnect, cache, queue or guess: the inbox does, once, for all. */
export interface Adapter {
  /** 'memory', 'loop-http', 'chatwoot' … */
  readonly name: string;
  readonly contract: 1;
  /** @throws {AdapterError} `auth` with reason 'missing', 'expired' or 'revoked' when the agent has to sign in. */
  connect(context: AdapterContext, options: CallOptions): Promise<Session>;
}

/** What every adapter implements. */
export interface Core {
  /** @throws {AdapterError} `not-found` for an unknown view, `validation` for a cursor it did not make, `unsupported` for a filter it did not declare. */
  listConversations(query: ConversationQuery, options: CallOptions): Promise<Page<Conversation>>;

  getConversation(id: Id, options: CallOptions): Promise<Conversation>;

  listMessages(conversationId: Id, query: MessageQuery, options: CallOptions): Promise<Page<Message>>;

  /**
   * Sends one reply or note. What a second call with the same `clientId` does is declared in `capabilities.idempotentSend`.
   *
   * @param message `body.value` at most `capabilities.maxBodyChars` UTF-16 code units; never empty without attachments.
   * @returns the stored message: the backend's `id`, `order` and `createdAt`.
   * @throws {AdapterError} `validation` and `forbidden` are shown and not retried; `network`, `unavailable` and `protocol` say in
   *   `applied` whether the message may have reached the backend all the same: only 'no' is repeated without asking.
   */
  sendMessage(
    message: NewMessage,
    options: CallOptions & {onProgress?(progress: Progress): void},
  ): Promise<SendResult>;

  /**
   * Moves a conversation. Archiving removes its escalations and notifications and names them in `removed`.
   *
   * @param options.until when a snoozed one wakes. `options.undo` the token of an earlier `StateChange`: brings back what it removed.
   */
  setState(
    id: Id,
    to: ConversationState,
    options: WriteOptions & {readonly until?: Timestamp | 'next-message'; readonly undo?: string},
  ): Promise<StateChange>;

  /**
   * One connection. Yields until the connection is lost, then throws an `AdapterError`; the inbox waits (back-off, jitter,
   * `retryAfterMs`) and calls again with the last cursor. The first batch always arrives, even when empty, and names a cursor where
   * the adapter can resume. A gap that can't be filled is told as `reset`.
   */
  events(options: CallOptions & {readonly after?: EventCursor}): AsyncIterable<EventBatch>;

  /** What is on screen now in any tab, for backends that poll per conversation. Replaces the earlier set. */
  watch?(conversationIds: readonly Id[]): void;
}

export interface SessionFacts {
  readonly me: Agent;
  /** Fixed for the life of the session; `reset` with 'permissions' means close and connect. */
  readonly capabilities: Capabilities;
  /**
   * Backend + account + agent, stable across reloads. Names what is kept in the browser (drafts, outbox) and says which tabs share a
   * live connection. Absent: nothing is kept after the page, nothing is shared between tabs.
   */
  readonly identity?: string;
  /** Corrects relative times on a wrong clock; never used for order. */
  readonly serverNow?: Timestamp;
  /** Origins of the backend's own files, e.g. 'https://files.example': pictures from there need no consent of the agent. */
  readonly fileOrigins?: readonly string[];
  /** Idempotent; ends every open iterator. */
  close(): Promise<void>;
}

/** One agent's connection to a backend. */
export interface Session extends Core, SessionFacts, Partial<OptionalFeatures> {}

/** The session type of an adapter that offers at most the features `F`. */
export type SessionOf<F extends Feature> = Core &
  SessionFacts & {readonly [K in F]: OptionalFeatures[K] | undefined} & {
    readonly [K in Exclude<Feature, F>]?: never;
  };

/**
 * Makes an adapter, checked by the compiler: a feature that is declared and not implemented, or implemented and not declared, is a
 * type error. At run time a feature is offered when its group is there: a session may leave one `undefined`.
 */
export function defineAdapter<const F extends readonly Feature[]>(definition: {
  readonly name: string;
  readonly features: F;
  connect(context: AdapterContext, options: CallOptions): Promise<SessionOf<F[number]>>;
}): Adapter {
  return {
    name: definition.name,
    contract: 1,
    connect: async (context, options) => (await definition.connect(context, options)),
  };
}
