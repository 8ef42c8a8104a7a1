import type {Attachment, CallOptions, Id, MessageBody} from '../../contract/index.js';
import {jsonOf} from '../../contract/json.js';
import type {Desk} from './desk.js';
import {decodePage, decodePart, partFields, type RtPart} from './records.js';
import {idAt, textAt} from './shape.js';
import {maxRows} from './tickets.js';

/** What a message holds: its words, and the files beside them. */
export interface Content {
  readonly body: MessageBody;
  readonly attachments: readonly Attachment[];
}

export const noContent: Content = {body: {format: 'text', value: ''}, attachments: []};

/** Ids in one query: its address has to stay short. */
const idsAtOnce = 50;

/** Content of several entries of histories, by the id of the entry. */
export async function readContents(
  desk: Desk,
  transactionIds: readonly Id[],
  options: CallOptions,
): Promise<ReadonlyMap<Id, Content>> {
  const parts = await inChunks(transactionIds, (ids) => readParts(desk, ids, options));
  const words = parts.filter(isWords).filter(({bytes}) => bytes > 0);
  const texts = new Map(await inChunks(words.map(({id}) => id), (ids) => readTexts(desk, ids, options)));
  const contents = new Map<Id, Content>();
  for (const id of transactionIds) {
    const own = parts.filter((part) => part.transactionId === id);
    contents.set(id, {body: bodyOf(own.filter(isWords), texts), attachments: own.filter(isFile).map(attachmentOf)});
  }
  return contents;
}

const isWords = ({mime, fileName}: RtPart): boolean => fileName === undefined && (mime === 'text/plain' || mime === 'text/html');

const isFile = (part: RtPart): boolean =>
  !isWords(part) && !part.mime.startsWith('multipart/') && (part.bytes > 0 || part.fileName !== undefined);

/** A mail often says the same in plain text and in HTML; the latter is what was written. */
function bodyOf(words: readonly RtPart[], texts: ReadonlyMap<Id, string>): MessageBody {
  const html = words.filter(({mime}) => mime === 'text/html');
  const chosen = html.length > 0 ? html : words;
  const value = chosen.map(({id}) => texts.get(id) ?? '').join('\n');
  return {format: html.length > 0 ? 'html' : 'text', value};
}

function attachmentOf({id, mime, fileName, bytes, headers}: RtPart): Attachment {
  const contentId = /^content-id:\s*<([^>\s]+)>/im.exec(headers)?.[1];
  const inline = /^content-disposition:\s*inline/im.test(headers);
  return {id, name: fileName ?? `attachment-${id}`, mime, bytes, contentId, inline: inline || undefined};
}

async function readParts(desk: Desk, transactionIds: readonly Id[], options: CallOptions): Promise<readonly RtPart[]> {
  const parts: RtPart[] = [];
  for (let page = 1; ; page++) {
    const query = jsonOf([{field: 'TransactionId', operator: 'IN', value: transactionIds}]);
    const asked = {query, page, per_page: maxRows, orderby: 'id', ...partFields};
    const {items} = decodePage(await desk.client.get('attachments', asked, options), 'attachments', decodePart);
    parts.push(...items);
    if (items.length < maxRows) return parts;
  }
}

/** The words alone: content of files would come damaged this way, and large. */
async function readTexts(desk: Desk, ids: readonly Id[], options: CallOptions): Promise<readonly (readonly [Id, string])[]> {
  const query = jsonOf([{field: 'id', operator: 'IN', value: ids}]);
  const answer = await desk.client.get('attachments', {query, per_page: maxRows, fields: 'Content'}, options);
  return decodePage(answer, 'attachments', (one, path) => [idAt(one, 'id', path), textAt(one, 'Content', path)] as const).items;
}

async function inChunks<T>(ids: readonly Id[], read: (ids: readonly Id[]) => Promise<readonly T[]>): Promise<readonly T[]> {
  const found: T[] = [];
  for (let start = 0; start < ids.length; start += idsAtOnce) found.push(...(await read(ids.slice(start, start + idsAtOnce))));
  return found;
}
