import type {ConversationFile} from '../src/adapters/memory/conversation-file.js';

export interface Dialogue {
  readonly id: string;
  readonly source?: string;
  readonly channel: string;
  readonly licence?: string;
  readonly meta?: {readonly company?: string};
  readonly turns: readonly DialogueTurn[];
}

export interface DialogueTurn {
  readonly role: 'customer' | 'agent' | 'system';
  readonly name: string | null;
  readonly at: string | null;
  readonly text: string;
}

/**
 * Makes a conversation file of dialogues: one conversation for each, one message for each turn, the newest 200 active.
 *
 * @throws {TypeError} with a readable message when the input is not a list of dialogues.
 */
export function convertDialogues(dialogues: readonly Dialogue[]): ConversationFile;
