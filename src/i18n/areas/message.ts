/** Words of one message. */
export interface MessageMessages {
  you: string;
  unknownAuthor: string;
  bot: string;
  system: string;
  note: string;
  onlyTeam: string;
  deleted: string;
  /** Names a message for a screen reader. */
  incomingFrom(author: string, time: string): string;
  replyFrom(author: string, time: string): string;
  noteFrom(author: string, time: string): string;
  to(names: string): string;
  cc(names: string): string;
}
