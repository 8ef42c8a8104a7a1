/** Words of the dialog that tells everything of a conversation. */
export interface ConversationDetailsMessages {
  facts: string;
  assignee: string;
  team: string;
  waitingSince: string;
  escalations: string;
  /** @param time when it was raised, formatted. @param by who raised it. */
  escalated(time: string, by: string | undefined): string;
  noReason: string;
  participants: string;
  contact: string;
  bot: string;
  /** @param count of messages among those that are loaded. @param last when the newest of them was written. */
  wrote(count: number, last: string): string;
  wroteNothing: string;
  /** Under what was counted, while more messages are not loaded. */
  amongLoaded: string;
  you: string;
  earlier: string;
  noEarlier: string;
  activities: string;
  noActivities: string;
  /** Earlier messages are not loaded. */
  noActivitiesLoaded: string;
  showEarlier: string;
  tickets: string;
  noTickets: string;
  loading: string;
  close: string;
  noSubject: string;
}
