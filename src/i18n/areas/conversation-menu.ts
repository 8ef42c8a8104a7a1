import type {Priority} from '../../model/index.js';

/** Words of a conversation's menus. */
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
  markUnread: string;
  details: string;
  openInBackend: string;
  number: string;
  created: string;
  lastActivity: string;
  state: string;
  channel: string;
  topic: string;
  sentiment: string;
}
