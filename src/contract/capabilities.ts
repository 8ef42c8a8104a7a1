import type {BodyFormat, ConversationState, Id, WrittenKind} from '../model/index.js';
import type {LoopEventType} from './events.js';
import type {ConversationFilter, ConversationSort} from './paging.js';

/** A list in the left menu. */
export interface ViewDef {
  readonly id: Id;
  readonly role: 'active' | 'archived' | 'automated' | 'saved';
  /** In the session's locale; absent for the three fixed roles, which the inbox names itself. */
  readonly label?: string;
  /** When present the inbox itself decides whether a changed conversation belongs here; when absent it reads the list again. */
  readonly filter?: ConversationFilter;
  readonly sort?: ConversationSort;
}

/** Facts on which real systems differ. Fixed for the life of a session, verified by the conformance suite. */
export interface Capabilities {
  /** The fixed ones, at least one with role 'active'; saved ones come from the `views` group. */
  readonly views: readonly ViewDef[];
  readonly filters: readonly (keyof ConversationFilter)[];
  /** The first is the one used when a query names none. */
  readonly sorts: readonly ConversationSort[];
  /** Backends without internal notes leave 'note' out. */
  readonly kinds: readonly WrittenKind[];
  /** What `sendMessage` accepts, preferred first. */
  readonly bodyFormats: readonly BodyFormat[];
  /** UTF-16 code units. */
  readonly maxBodyChars?: number;
  readonly events: {
    /** 'in-page': another tab has another backend, so its stream is never shared. */
    readonly transport: 'push' | 'poll' | 'in-page';
    /** 'window': re-reads what changed lately, may tell things twice. */
    readonly resume: 'cursor' | 'window' | 'none';
    readonly ordering: 'per-conversation' | 'none';
    /** The inbox never waits for a type that is not listed. */
    readonly types: readonly LoopEventType[];
  };
  /** What a repeated send with the same `clientId` does. 'none' makes the inbox ask before it sends again. */
  readonly idempotentSend: 'server' | 'lookup' | 'none';
  /** What `setState` accepts; 'snoozed' here shows the snooze control. */
  readonly states: readonly ConversationState[];
  readonly snooze?: {
    /** May `until` be 'next-message'? */
    readonly nextMessage: boolean;
  };
  readonly archive: {
    readonly clearsNotifications: 'server' | 'adapter' | 'no';
    readonly reopenOnReply: boolean;
    readonly reopenOnIncoming: boolean;
    /** 'restore': `setState` with `StateChange.undo` brings back what archiving removed. 'hold': it can't, so the inbox waits out the undo time before it calls. */
    readonly undo: 'restore' | 'hold';
  };
  readonly send: {
    readonly thenState: boolean;
    readonly replyTo: boolean;
    readonly mentions: boolean;
    readonly mail: boolean;
    /** Who compares `NewMessage.lastSeen`. */
    readonly staleGuard: 'server' | 'client';
  };
  readonly attachments?: {
    readonly mode: 'upload-first' | 'inline';
    readonly maxBytes?: number;
    readonly maxCount?: number;
    readonly accept?: readonly string[];
    readonly progress: boolean;
  };
  readonly tickets?: {readonly model: 'conversation' | 'linked'; readonly form: 'fixed' | 'schema'};
  readonly sentiment?: 'message' | 'conversation' | 'both';
  readonly totals: 'exact' | 'estimate' | 'unknown';
}
