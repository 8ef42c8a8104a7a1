/** Words of the message viewer. */
export interface ThreadMessages {
  /** Names the whole. */
  label: string;
  earlier: string;
  loadingEarlier: string;
  loadingLater: string;
  unread: string;
  empty: string;
}
