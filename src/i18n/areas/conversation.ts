/** Words of a conversation's header and its menus. */
export interface ConversationMessages {
  /** Where a conversation has no subject. @param name of the contact. */
  subject(name: string | undefined): string;
  unknownContact: string;
  /** Names the second line. */
  facts: string;
  /** Names the row of buttons. */
  actions: string;
  assignedTo(name: string): string;
  unassigned: string;
  snooze: string;
  snoozedUntil(time: string): string;
  snoozedUntilMessage: string;
  archive: string;
  reopen: string;
  archived: string;
  takeOver: string;
  botAnswers: string;
  escalated: string;
  addTag: string;
  more: string;
  /** @param score from -1 to 1, formatted. @param source who judged. */
  sentimentBy(label: string, score: string | undefined, source: string): string;
  loading: string;
}
