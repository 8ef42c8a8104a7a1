import type {AdapterErrorCode} from '../../contract/index.js';

/** Words of one message. */
export interface MessageMessages {
  you: string;
  unknownAuthor: string;
  bot: string;
  system: string;
  note: string;
  onlyTeam: string;
  edited: string;
  deleted: string;
  /** Names a message for a screen reader. */
  incomingFrom(author: string, time: string): string;
  replyFrom(author: string, time: string): string;
  noteFrom(author: string, time: string): string;
  answers(author: string): string;
  showAll: string;
  showLess: string;
  /** @param count of lines. */
  quoted(count: number): string;
  imagesBlocked(count: number): string;
  showOnce: string;
  always: string;
  imageBlocked: string;
  imageMissing: string;
  openImage(name: string): string;
  download(name: string): string;
  to(names: string): string;
  cc(names: string): string;
  broken: string;
  sendingIn(time: string): string;
  undo: string;
  waiting: string;
  sending: string;
  sendingPart(percent: string): string;
  sent: string;
  delivered: string;
  read: string;
  unconfirmed: string;
  checkAgain: string;
  sendAgain: string;
  discard: string;
  notSent: string;
  /** Why it did not leave, as a sentence, by the failure's code. */
  because: Readonly<Record<AdapterErrorCode | 'unknown', string>>;
  retry: string;
  edit: string;
  stale: string;
  old: string;
  sendAnyway: string;
}
