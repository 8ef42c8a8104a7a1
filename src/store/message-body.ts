import type {BodyFormat, MessageBody} from '../contract/index.js';

const escapes: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/** Paragraphs at blank lines, breaks at the others. */
const toHtml = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replace(/\n/g, '<br>')}</p>`)
    .join('');

/** What the agent wrote (plain text with Markdown marks) in the first format the backend takes. */
export function toBody(text: string, formats: readonly BodyFormat[]): MessageBody {
  const format = formats[0] ?? 'text';
  return {format, value: format === 'html' ? toHtml(text) : text};
}
