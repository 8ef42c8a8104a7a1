/** Words of what helps to write: canned replies, macros, mentions, formats, and the message that is answered. */
export interface WritingMessages {
  /** Names the buttons beside the send button. */
  tools: string;
  /** Names the list that "/" opens, and the button that does the same. */
  cannedAndMacros: string;
  /** The same where the backend has no macros. */
  canned: string;
  macros: string;
  /** Names the list that "@" opens. */
  colleagues: string;
  /** The button that opens it. */
  mention: string;
  /** What the Tab key does, after its key cap. */
  inserts: string;
  suggestions(count: number): string;
  lookingUp: string;
  /** A question. */
  runMacro(name: string): string;
  run: string;
  cancel: string;
  /** What a canned reply left open. @param gap the first, with its braces. @param more how many besides it. */
  openGaps(gap: string, more: number): string;
  fillGap: string;
  sendWithGaps: string;
  /** Names what is put below a mail. */
  signature: string;
  format: string;
  bold: string;
  italic: string;
  strike: string;
  code: string;
  link: string;
  bullets: string;
  numbers: string;
  quote: string;
  /** Over the field, with the words that are answered behind it. */
  answers(author: string): string;
  answersNote(author: string): string;
  showAnswered: string;
  /** It is not loaded. */
  earlierMessage: string;
  dropAnswer: string;
}
