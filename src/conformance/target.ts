import type {
  Action,
  Adapter,
  AdapterContext,
  FileInput,
  Id,
  Timestamp,
} from '../contract/index.js';

/** One backend with a fresh adapter, as a check needs it. */
export interface Setup {
  readonly adapter: Adapter;
  /** Two agents of one account who may see the same conversations. */
  readonly agents: readonly [AdapterContext, AdapterContext];
  readonly seed: Seed;
  readonly faults?: Faults;
  /** Opens an inbox over an adapter; without it the checks of both together are 'not proven'. */
  readonly inbox?: OpenInbox;
  teardown(): Promise<void>;
}

/** Connects an inbox; what it waits by and signs in with is the agent's. */
export type OpenInbox = (adapter: Adapter, agent: AdapterContext) => InboxProbe;

/** An inbox as the suite looks at it. */
export interface InboxProbe {
  /** As `inbox.state.connection.status` has it. */
  readonly connection: string;
  show(conversationId: Id): void;
  /** The words of the messages that are shown, oldest first. */
  shown(conversationId: Id): readonly string[];
  close(): Promise<void>;
}

/**
 * How the outside world acts on the backend. What it makes may show with a delay of `Timing.settleMs`. A check that needs an
 * optional hook which is not there is reported as 'not proven'.
 */
export interface Seed {
  contact(contact: {readonly name: string; readonly email: string}): Promise<{readonly id: Id}>;
  /** A conversation that the contact begins; active, or `automated`. */
  conversation(conversation: {
    /** Id of a contact. */
    readonly contact: Id;
    readonly subject?: string;
    readonly text: string;
    readonly automated?: boolean;
    readonly channel?: string;
  }): Promise<{readonly id: Id}>;
  /** The contact writes on. Answers the message. */
  incoming(conversationId: Id, text: string, file?: FileInput): Promise<{readonly id: Id}>;
  /** The contact writes HTML. */
  incomingHtml?(conversationId: Id, html: string): Promise<{readonly id: Id}>;
  /** As many new conversations, at once. */
  many?(count: number): Promise<readonly Id[]>;
  /** A message that the backend stores now with an earlier time. */
  setBackdated?(conversationId: Id, text: string, at: Timestamp): Promise<void>;
  /** A conversation that the first agent may not see. */
  hidden?(): Promise<{readonly id: Id}>;
  /** Something happens in a conversation that the first agent may not see. */
  incomingHidden?(conversationId: Id, text: string): Promise<void>;
  /** Takes a right from the first agent in one conversation. */
  deny?(conversationId: Id, action: Action, sentence: string): Promise<void>;
  /** Everything that the contact has been sent in this conversation, as plain text. */
  contactSees?(conversationId: Id): Promise<readonly string[]>;
}

/** Trouble on the way to the backend. Most of it comes for nothing by wrapping `AdapterContext.fetch`. */
export interface Faults {
  /** Cuts every open stream; a new one can be opened after `ms`. */
  cutEvents(ms: number): Promise<void>;
  /**
   * The next `count` calls go wrong: answered with an HTTP status (`retryAfter` in seconds), lost before the backend sees them, or
   * done by the backend while the answer is lost.
   */
  failNext(
    count: number,
    how: {readonly status: number; readonly retryAfter?: number} | 'drop-before' | 'drop-after',
  ): void;
  /** The token in use is refused from now on; a fresh one from `getToken('expired')` is accepted. */
  expireToken(): void;
  /** Forgets the events so far, so that no cursor of before can be resumed. */
  expireCursor?(): void;
  /** Tells every event twice. */
  duplicateEvents?(on: boolean): void;
  /** The next `count` calls are answered with an HTML page and status 200, as a proxy's sign-in page does. */
  garbleNext?(count: number): void;
  /** Every call takes so much longer. */
  delay(ms: number): void;
}

export interface Timing {
  /** How long the backend may take to show a change in lists and events. */
  readonly settleMs: number;
  /** Between two looks at something that has still to show. */
  readonly pollMs: number;
  /** The whole of one check; a hanging adapter fails by it. */
  readonly checkMs: number;
}

export const defaultTiming: Timing = {settleMs: 2_000, pollMs: 20, checkMs: 8_000};
