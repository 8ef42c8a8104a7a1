import type {ConversationState, Priority} from '../../model/index.js';

/** What happened in a conversation, as whole sentences. `actor` is a name or the word for oneself; undefined: nobody was named. */
export interface ActivityMessages {
  you: string;
  state(actor: string | undefined, to: ConversationState): string;
  assigned(actor: string | undefined, to: string): string;
  assignedToThemselves(actor: string): string;
  unassigned(actor: string | undefined): string;
  tagged(actor: string | undefined, tags: string): string;
  untagged(actor: string | undefined, tags: string): string;
  retagged(actor: string | undefined, added: string, removed: string): string;
  priority(actor: string | undefined, to: Priority | null): string;
  ticket(actor: string | undefined, number: string | undefined): string;
  escalated(actor: string | undefined, reason: string | undefined): string;
  escalationCleared(actor: string | undefined, reason: string | undefined): string;
  handedToBot(actor: string | undefined): string;
  handedToAgent(actor: string | undefined): string;
  /** The bot itself gave it to a person, or took it. */
  botHandedOver(bot: string): string;
  botTookOver(bot: string): string;
  other(actor: string | undefined): string;
}
