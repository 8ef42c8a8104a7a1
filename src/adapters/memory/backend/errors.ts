import {AdapterError, type Action, type Message, type Conversation, type Contact} from '../../../contract/index.js';
import type {ConversationRow} from './rows.js';

export const notFound = (what: string, id: string): AdapterError =>
  new AdapterError({code: 'not-found', what, message: `No ${what} '${id}'`});

export const invalid = (path: string, message: string, rule?: string): AdapterError =>
  new AdapterError({code: 'validation', message: `${path}: ${message}`, issues: [{path, message, rule}]});

export const conflict = (
  reason: 'version' | 'stale-reply' | 'client-id-reused',
  message: string,
  current?: Conversation | Contact | Message,
): AdapterError => new AdapterError({code: 'conflict', reason, message, current});

/** @throws {AdapterError} `forbidden` with the sentence the conversation gives for it. */
export function assertAllowed(row: ConversationRow, action: Action): void {
  const sentence = row.deny?.[action];
  if (sentence !== undefined) throw new AdapterError({code: 'forbidden', action, message: sentence});
}
