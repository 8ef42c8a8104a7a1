/** What a host offers to agents who need help. Every address passes the URL policy. */
export interface Support {
  /** A handbook or help page. */
  readonly url?: string;
  /** What the link is called; absent: 'Support'. */
  readonly label?: string;
  readonly mail?: string;
}
