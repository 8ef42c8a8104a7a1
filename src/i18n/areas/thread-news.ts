/** What goes on in a thread while it is read. */
export interface ThreadNewsMessages {
  newMessages(count: number): string;
  latest: string;
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
  /** Announced when a message arrives. */
  arrived(author: string, text: string): string;
  failed: string;
}
