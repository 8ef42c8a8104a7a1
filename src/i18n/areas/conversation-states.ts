/** Sentences in the place of a conversation that cannot be shown. */
export interface ConversationStatesMessages {
  loadingFailed: string;
  forbidden: string;
  forbiddenText: string;
  gone: string;
  goneText: string;
}
