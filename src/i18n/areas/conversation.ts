/** Words of a conversation as it is first seen. */
export interface ConversationMessages {
  /** Where a conversation has no subject. @param name of the contact. */
  subject(name: string | undefined): string;
  unknownContact: string;
  /** Names the second line. */
  facts: string;
  /** Names the row of buttons. */
  actions: string;
  loading: string;
}
