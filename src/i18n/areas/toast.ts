import type {Action, AdapterErrorCode, ConversationState} from '../../contract/index.js';

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
  readonly undone: string;
  /** What was not done, as a sentence of its own. */
  readonly refused: Readonly<Record<Action, string>>;
  /** Why it was not done, as a sentence of its own. */
  readonly because: Readonly<Record<AdapterErrorCode, string>>;
  readonly offline: string;
  readonly archiveCancelled: string;
  readonly archiveCancelledWhy: string;
  readonly storageLost: string;
  readonly storageLostWhy: string;
  readonly otherIdentity: string;
  readonly otherIdentityWhy: string;
}
