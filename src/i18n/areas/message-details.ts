import type {AdapterErrorCode} from '../../contract/index.js';

/** Words around what was written: files, folding, pictures, and where it is on its way. */
export interface MessageDetailsMessages {
  answers(author: string): string;
  showAll: string;
  showLess: string;
  /** @param count of lines. */
  quoted(count: number): string;
  imagesBlocked(count: number): string;
  showOnce: string;
  always: string;
  imageBlocked: string;
  /** On a button in the place of a picture that costs much to draw. */
  largeImage: string;
  openImage(name: string): string;
  download(name: string): string;
  /** After a link whose words name another place. */
  leadsTo(host: string): string;
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
  because: Readonly<Record<AdapterErrorCode | 'unreadable-file' | 'unknown', string>>;
  retry: string;
  edit: string;
  stale: string;
  old: string;
  sendAnyway: string;
  edited: string;
}
