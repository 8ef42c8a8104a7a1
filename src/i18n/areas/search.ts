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
  readonly move: string;
  readonly open: string;
}
