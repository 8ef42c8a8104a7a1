import type {SearchHit} from '../../contract/index.js';

/** Finding a conversation, a message, a contact, a view. */
export interface SearchMessages {
  readonly title: string;
  readonly placeholder: string;
  /** Heads of the groups. */
  readonly scopes: Readonly<Record<SearchHit['scope'], string>>;
  readonly views: string;
  readonly searching: string;
  readonly nothing: (text: string) => string;
  readonly results: (count: number) => string;
  readonly failed: string;
  readonly tryAgain: string;
  /** Name of the buttons that choose where is looked, and the one for all of it. */
  readonly where: string;
  readonly everywhere: string;
  /** Where a scope was chosen and nothing is in it. */
  readonly lookEverywhere: string;
  readonly more: string;
  readonly loadingMore: string;
  readonly recent: string;
  readonly clearRecent: string;
  /** A contact that was found and never wrote. */
  readonly noConversation: (name: string) => string;
  readonly move: string;
  readonly open: string;
}
