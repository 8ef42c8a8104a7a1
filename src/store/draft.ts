import type {FileInput, Id, MailHeaders, WrittenKind} from '../contract/index.js';

/** What an agent has begun to write. Belongs to one conversation and is a reply or a note from its first letter on. */
export interface Draft {
  readonly conversationId: Id;
  readonly kind: WrittenKind;
  readonly text: string;
  readonly files?: readonly FileInput[];
  readonly mentions?: readonly Id[] | undefined;
  /** How those who may be mentioned stand in the text, without the @. Who is not in it any more is mentioned no longer. */
  readonly named?: Readonly<Record<Id, string>> | undefined;
  readonly replyTo?: Id | undefined;
  readonly mail?: Omit<MailHeaders, 'from'> | undefined;
  /** Typed as recipients and no address yet, by line of the mail. */
  readonly typed?: Readonly<Partial<Record<'to' | 'cc' | 'bcc', string>>> | undefined;
  /** What canned replies left open, as it stands in the text: '{amount}'. Braces that the agent typed are none. */
  readonly gaps?: readonly string[] | undefined;
  /** Newest message of the contact or team that was there when it was begun. */
  readonly seen?: Id;
  /** ms since the epoch. */
  readonly updatedAt: number;
  readonly schema: 1;
}

/** Names the draft of one kind in one conversation: a note's text never turns up as a reply. */
export const draftKey = (conversationId: Id, kind: WrittenKind): string => `${kind}:${conversationId}`;

export const isEmptyDraft = (draft: Draft | undefined): boolean =>
  !draft || (draft.text.trim() === '' && !draft.files?.length);

/** There is nothing in it that would be missed: also no recipients, nothing that it answers. */
export const isBlankDraft = (draft: Draft): boolean => isEmptyDraft(draft) && !draft.replyTo && !draft.mail && !draft.typed;

export type DraftChange = Partial<Pick<Draft, 'text' | 'files' | 'mentions' | 'named' | 'replyTo' | 'mail' | 'typed' | 'gaps'>>;

/** The draft as it is after a change; begun with it where there was none. */
export const changedDraft = (
  drafts: {get(key: string): Draft | undefined},
  conversationId: Id,
  kind: WrittenKind,
  change: DraftChange,
  now: number,
): Draft => ({
  conversationId,
  kind,
  text: '',
  ...drafts.get(draftKey(conversationId, kind)),
  ...change,
  updatedAt: now,
  schema: 1,
});
