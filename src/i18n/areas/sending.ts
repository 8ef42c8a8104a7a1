/** What a composer says once something is written in it, or may not be. */
export interface SendingMessages {
  readonly sendAndArchive: string;
  readonly writeNote: string;
  readonly writeReply: string;
  readonly saved: string;
  /** The browser keeps nothing: the draft lives as long as the page. */
  readonly notKept: string;
  readonly elsewhere: string;
  readonly charactersLeft: (count: number) => string;
  readonly charactersOver: (count: number) => string;
}
