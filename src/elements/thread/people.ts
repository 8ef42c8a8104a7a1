import type {Locale} from '../../i18n/locale.js';
import type {Author, Id} from '../../model/index.js';
import type {ThreadMessage} from '../../store/state.js';

/** True for what this agent wrote, here or elsewhere. */
export const isMine = ({author, entry}: ThreadMessage, me: Id | undefined): boolean =>
  entry !== undefined || (author.kind === 'agent' && author.id !== undefined && author.id === me);

function nameOf(author: Author, {messages: {message}}: Locale): string {
  if (author.name) return author.name;
  return author.kind === 'bot' ? message.bot : author.kind === 'system' ? message.system : message.unknownAuthor;
}

/** Who wrote a message, in words. */
export const writerOf = (message: ThreadMessage, me: Id | undefined, locale: Locale): string =>
  isMine(message, me) ? locale.messages.message.you : nameOf(message.author, locale);

/** What a screen reader calls a message. */
export function labelOf({kind, createdAt}: ThreadMessage, author: string, {messages, format}: Locale): string {
  const time = format.time(createdAt);
  if (kind === 'note') return messages.message.noteFrom(author, time);
  return kind === 'reply' ? messages.message.replyFrom(author, time) : messages.message.incomingFrom(author, time);
}
