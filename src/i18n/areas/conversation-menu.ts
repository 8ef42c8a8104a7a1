import type {Priority} from '../../model/index.js';

/** Words of the header's buttons, of its menus, and of how a conversation stands. */
export interface ConversationMenuMessages {
  priorities: Readonly<Record<Priority, string>>;
  assign: string;
  assignToMe: string;
  snoozeLaterToday(time: string): string;
  snoozeTomorrow(time: string): string;
  snoozeMonday(time: string): string;
  snoozeNextMessage: string;
  wake: string;
  handBack: string;
  priority: string;
  noPriority: string;
  escalate: string;
  escalateReason: string;
  escalateReasonHint: string;
  clearEscalation: string;
  cancel: string;
  tags: string;
  noTags: string;
  findTag: string;
  findOrCreateTag: string;
  createTag(name: string): string;
  removeTag(name: string): string;
  showContact: string;
  hideContact: string;
  markUnread: string;
  details: string;
  openInBackend: string;
  /** The address that the backend gives a conversation. */
  copyLink: string;
  linkCopied: string;
  linkNotCopied: string;
  number: string;
  created: string;
  lastActivity: string;
  state: string;
  channel: string;
  topic: string;
  sentiment: string;
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
}
