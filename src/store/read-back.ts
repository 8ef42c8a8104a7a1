import type {Message} from '../contract/index.js';
import type {OutboxEntry} from './outbox-entry.js';

/** Backends trim lines, change line ends and wrap text in paragraphs: compare what a reader would call the same words. */
export const normaliseText = (value: string): string =>
  value
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const fileNames = (files: readonly {readonly name: string}[] | undefined): string =>
  (files ?? [])
    .map(({name}) => name)
    .sort()
    .join('\n');

/**
 * Looks for a message among those that came after an attempt to send it, where the backend keeps no client id: exactly one of mine,
 * of the same kind, with the same words and files, which no other entry has claimed.
 *
 * @param paired ids of messages that are already another row's.
 */
export function findSent(
  entry: OutboxEntry,
  later: readonly Message[],
  myId: string,
  paired: ReadonlySet<string>,
): Message | undefined {
  const named = later.find((message) => message.clientId === entry.clientId && message.author.id === myId);
  if (named) return named;
  const alike = later.filter(
    (message) =>
      message.clientId === undefined &&
      message.kind === entry.kind &&
      message.author.kind === 'agent' &&
      message.author.id === myId &&
      !paired.has(message.id) &&
      normaliseText(message.body.value) === normaliseText(entry.body.value) &&
      fileNames(message.attachments) === fileNames(entry.files),
  );
  return alike.length === 1 ? alike[0] : undefined;
}
