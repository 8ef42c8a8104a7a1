/** Words of the recipients of a mail. */
export interface RecipientsMessages {
  to: string;
  cc: string;
  bcc: string;
  subject: string;
  /** How many are not shown, beside '+2'. */
  moreLabel(count: number): string;
  /** Opens and closes their fields. */
  change: string;
  done: string;
  replyAll: string;
  replyOne: string;
  remove(name: string): string;
  /** Under a field. */
  invalid(text: string): string;
  nobody: string;
}
