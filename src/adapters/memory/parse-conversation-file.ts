import {AdapterError, type ValidationIssue} from '../../contract/index.js';
import {conversationFile} from './conversation-file-checks.js';
import {linkIssues} from './conversation-file-links.js';
import type {ConversationFile} from './conversation-file.js';

/** Issues told in the error's message; all of them are in its `issues`. */
const toldInMessage = 3;

/**
 * Takes parsed JSON for a conversation file, if it is one.
 *
 * @throws {AdapterError} `validation` with one issue for each place that is wrong, named by its path.
 */
export function parseConversationFile(json: unknown): ConversationFile {
  const issues: ValidationIssue[] = [];
  conversationFile(json, '', issues);
  const file = json as ConversationFile;
  // Links are followed only in a file that has the right form.
  if (issues.length === 0) issues.push(...linkIssues(file));
  if (issues.length === 0) return file;
  const told = issues.slice(0, toldInMessage).map(({path, message}) => `${path || 'the file'} ${message}`);
  const more = issues.length > told.length ? `; and ${issues.length - told.length} more` : '';
  throw new AdapterError({code: 'validation', issues, message: `Not a conversation file: ${told.join('; ')}${more}`});
}
