/** Words of the message viewer. */
export interface ThreadMessages {
  /** Names the whole. */
  label: string;
  earlier: string;
  loadingEarlier: string;
  loadingLater: string;
  partFailed: string;
  unread: string;
  newMessages(count: number): string;
  latest: string;
  empty: string;
  isTyping(name: string): string;
  isNoting(name: string): string;
  areTyping(names: string): string;
  isViewing(name: string): string;
  areViewing(names: string): string;
  somebody: string;
  offline: string;
  /** @param unsent messages and changes that wait. */
  offlineText(unsent: number): string;
  tryNow: string;
  stale: string;
  /** Announced when a message arrives. */
  arrived(author: string, text: string): string;
  failed: string;
}
