import type {ConversationFile} from './conversation-file.js';

export const parseConversationFile = (json: unknown): ConversationFile => json as ConversationFile;
