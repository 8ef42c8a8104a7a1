/** Words of what one does with a message. */
export interface MessageMenuMessages {
  /** Names the menu, and the button that opens it. */
  label: string;
  answer: string;
  /** For a note: whatever answers it stays inside too. */
  answerInNote: string;
  copy: string;
  /** Told once it is done. */
  copied: string;
  notCopied: string;
  edit: string;
  remove: string;
  /** A question, and what follows. */
  removeQuestion: string;
  removeReply: string;
  removeNote: string;
  keep: string;
  /** Names the field, by what is changed in it. */
  editField: string;
  save: string;
  cancel: string;
}
