/** Several conversations at once. */
export interface BulkMessages {
  /** Name of the bar that takes the heading's place. */
  bar: string;
  /** Name of a row's box. */
  select: string;
  selected(count: number): string;
  noneSelected: string;
  clear: string;
  archive: string;
  reopen: string;
  read: string;
  unread: string;
  tag: string;
  assign: string;
}
