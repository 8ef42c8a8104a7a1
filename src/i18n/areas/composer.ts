/** Words of the composer. */
export interface ComposerMessages {
  /** Names the whole composer. */
  readonly label: string;
  /** Names the pair of tabs. */
  readonly kinds: string;
  readonly reply: string;
  readonly note: string;
  /** Names the text field, by what is written in it. */
  readonly replyField: string;
  readonly noteField: string;
  /** @param name of the contact; undefined when it is not known. */
  readonly replyPlaceholder: (name: string | undefined) => string;
  readonly notePlaceholder: string;
  readonly onlyTeam: string;
  readonly to: string;
  /** @param channel what the team calls it, or its kind in words. */
  readonly via: (channel: string) => string;
  readonly send: string;
  readonly addNote: string;
  readonly moreWays: string;
  /** No inbox, or no conversation to write to. */
  readonly absent: string;
}
