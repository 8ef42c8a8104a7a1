import type {MessageBody, Session} from '../contract/index.js';

const escapes: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'};

/** Plain words in the plainest format that the adapter takes. */
export function bodyOf(session: Session, text: string): MessageBody {
  const formats = session.capabilities.bodyFormats;
  const format = (['text', 'markdown', 'html'] as const).find((one) => formats.includes(one)) ?? 'text';
  return {format, value: format === 'html' ? text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign) : text};
}

/** What a reader sees of a body, whatever format the backend keeps it in. */
export function readable({format, value}: MessageBody): string {
  if (format !== 'html') return value.trim();
  const text = value.replace(/<br\s*\/?>|<\/p>/gi, '\n').replace(/<[^>]*>/g, '');
  return Object.entries(escapes)
    .reduceRight((plain, [sign, escape]) => plain.replaceAll(escape, sign), text)
    .trim();
}
