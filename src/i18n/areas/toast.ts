import type {Action, AdapterErrorCode, ConversationState} from '../../contract/index.js';

/** What was done to several conversations. */
export type BulkWord = 'archive' | 'reopen' | 'tag' | 'assign' | 'read' | 'unread';

/** Words of the toasts: undo, and notices that belong to no single place. */
export interface ToastMessages {
  /** Names the place where toasts appear. */
  readonly region: string;
  readonly undo: string;
  readonly dismiss: string;
  readonly show: string;
  /** What happened, as a sentence of its own, e.g. 'Archived.' */
  readonly moved: (from: ConversationState, to: ConversationState) => string;
  /** What went with it; undefined when nothing did. */
  readonly removed: (escalations: number, notifications: number) => string | undefined;
  /** Several at once, e.g. '5 conversations archived.' */
  readonly movedMany: (count: number, to: ConversationState) => string;
  /** What was done to some and not to all, e.g. '3 of 5 archived.' */
  readonly bulk: (done: number, total: number, action: BulkWord) => string;
  /** One of those with which it was not done. */
  readonly bulkFailure: (name: string, why: string) => string;
  readonly bulkMore: (count: number) => string;
  readonly undone: string;
  /** What was not done, as a sentence of its own. */
  readonly refused: Readonly<Record<Action, string>>;
  /** Why it was not done, as a sentence of its own. */
  readonly because: Readonly<Record<AdapterErrorCode, string>>;
  readonly offline: string;
  readonly archiveCancelled: string;
  readonly archiveCancelledWhy: string;
  /** Before the name of whom it is to. */
  readonly messageWaits: string;
  readonly storageLost: string;
  readonly storageLostWhy: string;
  readonly otherIdentity: string;
  readonly otherIdentityWhy: string;
}
