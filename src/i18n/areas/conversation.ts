/** Words of a conversation's header and its menus. */
export interface ConversationMessages {
  /** Where a conversation has no subject. @param name of the contact. */
  subject(name: string | undefined): string;
  unknownContact: string;
  /** Names the second line. */
  facts: string;
  /** Names the row of buttons. */
  actions: string;
  assign: string;
  assignedTo(name: string): string;
  unassigned: string;
  assignToMe: string;
  nobodyToAssign: string;
  snooze: string;
  snoozeLaterToday(time: string): string;
  snoozeTomorrow(time: string): string;
  snoozeMonday(time: string): string;
  snoozeNextMessage: string;
  wake: string;
  snoozedUntil(time: string): string;
  snoozedUntilMessage: string;
  archive: string;
  reopen: string;
  archived: string;
  takeOver: string;
  handBack: string;
  botAnswers: string;
  priority: string;
  noPriority: string;
  escalated: string;
  escalate: string;
  escalateReason: string;
  escalateReasonHint: string;
  clearEscalation: string;
  cancel: string;
  tags: string;
  addTag: string;
  removeTag(name: string): string;
  noTags: string;
  more: string;
  markUnread: string;
  details: string;
  copyLink: string;
  openInBackend: string;
  number: string;
  created: string;
  lastActivity: string;
  state: string;
  channel: string;
  topic: string;
  sentiment: string;
  /** @param score from -1 to 1, formatted. @param source who judged. */
  sentimentBy(label: string, score: string | undefined, source: string): string;
  loadingFailed: string;
  forbidden: string;
  forbiddenText: string;
  gone: string;
  goneText: string;
  loading: string;
}
