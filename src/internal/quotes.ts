/** A text in two: what is new, and what repeats earlier messages below it. */
export interface Quoted {
  readonly own: string;
  readonly quoted: string | undefined;
}

/** The end of 'On Monday Ann wrote:' in the languages that mail programs speak most. */
const attribution =
  /(?:wrote|writes|a écrit|schrieb|escribió|escribio|ha scritto|escreveu|schreef|skrev|napsala?|napisał(?:\(a\)|a)?|kirjoitti|yazdı|написала?|пишет|viết|menulis|写道|のメール|كتبت?)\s?[^\n]{0,80}[:：]$|\d.{0,200}<?[^\s<>]+@[^\s<>]+>?\s?[:：]$/iu;

/** How it begins, when it is broken in several lines. */
const beginning = /^(?:On|Am|Le|El|Il|Em|Op|Den|Dne|W dniu|Dnia|В|Vào|Pada)\s/;

/** The heads that mail programs put over what they repeat as a whole. */
const divider = /^\s*(?:-{2,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Mensaje original|Messaggio originale|Mensagem original|Oprindelig meddelelse|Originalmeddelande|Oorspronkelijk bericht|Исходное сообщение|原始邮件|الرسالة الأصلية)\s*-{2,}|_{20,})\s*$/i;

const headed = /^\s*\*?(?:From|Von|De|Da|Van|Från|Fra|От|发件人|差出人|من)\s?:\*?\s.+$/i;
const headedNext = /^\s*\*?(?:Sent|Date|To|Gesendet|Datum|An|Envoyé|À|Enviado|Para|Fecha|Inviato|A|Verzonden|Aan|Skickat|Till|Sendt|Til|Отправлено|Кому|发送时间|收件人|送信日時|宛先)\s?:\*?\s/i;

const isQuoted = (line: string): boolean => /^\s{0,3}>/.test(line);
const isEmpty = (line: string): boolean => line.trim() === '';

/** Is this text the line that a mail program puts over what it repeats? */
export const isAttribution = (text: string): boolean => text.length < 400 && attribution.test(text.replace(/\s+/g, ' ').trim());

/** Does a text begin as the head of a repeated mail: 'From: … Sent: …'? */
export function isHead(text: string): boolean {
  const lines = text.slice(0, 600).split('\n').filter((line) => !isEmpty(line));
  return divider.test(lines[0] ?? '') || (headed.test(lines[0] ?? '') && lines.slice(1, 4).some((line) => headedNext.test(line)));
}

/** Where the part that is repeated as a whole begins, or -1. */
function wholeFrom(lines: readonly string[]): number {
  return lines.findIndex((line, index) => {
    if (divider.test(line)) return true;
    if (!headed.test(line)) return false;
    return lines.slice(index + 1, index + 4).some((next) => headedNext.test(next));
  });
}

/** Where lines that begin with '>' stand at the end, with the line that says whose they are; -1 when words follow them. */
function markedFrom(lines: readonly string[]): number {
  let start = lines.length;
  while (start > 0 && (isQuoted(lines[start - 1] ?? '') || isEmpty(lines[start - 1] ?? ''))) start--;
  if (!lines.slice(start).some(isQuoted)) return -1;
  // Whose they are stands before them, in one line or broken in two or three.
  while (start > 0 && isEmpty(lines[start - 1] ?? '')) start--;
  if (!isAttribution(lines[start - 1] ?? '') && !isAttribution(lines.slice(Math.max(0, start - 2), start).join(' '))) return start;
  for (let count = 1; count <= 3 && !isEmpty(lines[start - count] ?? ''); count++) if (beginning.test(lines[start - count] ?? '')) return start - count;
  return start - 1;
}

/**
 * Parts what a plain mail repeats at its end from what is new in it. Answers between quoted lines stay where they are, as does a mail
 * that is nothing but quoted: it was passed on. A signature stays with the words before it.
 */
export function splitQuoted(text: string): Quoted {
  const lines = text.split('\n');
  const marks = [wholeFrom(lines), markedFrom(lines)].filter((at) => at >= 0);
  const at = Math.min(...marks);
  if (marks.length === 0 || lines.slice(0, at).every(isEmpty)) return {own: text, quoted: undefined};
  return {own: lines.slice(0, at).join('\n').trimEnd(), quoted: lines.slice(at).join('\n').trim()};
}
