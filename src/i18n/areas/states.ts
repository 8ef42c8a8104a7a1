/** Sentences of places that have nothing to show. */
export interface StatesMessages {
  /** No adapter was given. */
  absent: string;
  absentText: string;
  oldBrowser: string;
  signedOut: string;
  signedOutText(unsent: number): string;
  signIn: string;
  noConversation: string;
  noConversationText: string;
  failed: string;
  nothingLost: string;
  tryAgain: string;
  nextTry(time: string): string;
  /** What an adapter's error says, by its code. */
  because: Readonly<Record<string, string>>;
}
