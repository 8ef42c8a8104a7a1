import type {Sentiment, Topic} from '../../model/index.js';

export interface ListMessages {
  active: string;
  archived: string;
  automated: string;
  /** Accessible name of the list of a view. */
  label(view: string): string;
  stale: string;
  fresh(count: number): string;
  loadingMore: string;
  draft: string;
  unread(count: number): string;
  escalated: string;
  waits(duration: string): string;
  until(time: string): string;
  untilMessage: string;
  botAnswers: string;
  isReplying(name: string): string;
  isNoting(name: string): string;
  you: string;
  unassigned: string;
  assignedTo(name: string): string;
  nobody: string;
  topics: Readonly<Record<Topic, string>>;
  sentiments: Readonly<Record<Sentiment['label'], string>>;
  sentiment(label: string): string;
}
