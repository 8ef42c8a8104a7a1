import type {ConversationFilter, ConversationSort, Id, NotificationKind} from '../contract/index.js';

/** What an agent chose for themself and the browser keeps; one record per identity. */
export interface Choices {
  /** Enter sends and Shift+Enter breaks the line; false: Ctrl or Cmd + Enter sends. */
  readonly enterSends: boolean;
  /** How long a reply or note waits before it leaves, 0 to 30,000 ms. */
  readonly undoSendMs: number;
  /** Tells of what arrives inside the inbox, as a toast. */
  readonly inApp: boolean;
  readonly sound: boolean;
  readonly desktop: boolean;
  /** Kinds of notifications that are only listed: neither shown, sounded nor told. */
  readonly quietKinds: readonly NotificationKind[];
  /** BCP 47; empty: as the page. */
  readonly language: string;
  /** Ends a mail, where the backend keeps none. */
  readonly signature: string;
  readonly theme: 'light' | 'dark' | 'auto';
  readonly density: 'compact' | 'normal' | 'comfortable';
  /** Order of a list, by view. */
  readonly sorts: Readonly<Record<Id, ConversationSort>>;
  readonly filters: Readonly<Record<Id, ConversationFilter>>;
  /** Emoji this agent used last, newest first. */
  readonly recentEmoji: readonly string[];
  /** One of Unicode's five modifiers; empty: none. */
  readonly skinTone: string;
  /** What this agent looked for and found last, newest first. */
  readonly recentSearches: readonly string[];
  /** Senders whose pictures are shown without asking, the newest last: addresses, else ids of authors. */
  readonly trustedSenders: readonly string[];
  /** Read position by conversation, where the backend keeps none. */
  readonly readUpTo: Readonly<Record<Id, Id>>;
}

export const defaultChoices: Choices = {
  enterSends: true,
  undoSendMs: 5000,
  inApp: true,
  sound: false,
  desktop: false,
  quietKinds: [],
  language: '',
  signature: '',
  theme: 'auto',
  density: 'normal',
  sorts: {},
  filters: {},
  recentEmoji: [],
  skinTone: '',
  recentSearches: [],
  trustedSenders: [],
  readUpTo: {},
};

/** A reply can be called back for at most half a minute. */
export const maxUndoSendMs = 30_000;
