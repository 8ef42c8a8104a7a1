import type {Attachment, CallOptions, FileInput, NewMessage} from '../../contract/index.js';
import type {Desk} from './desk.js';
import {invalid, missing} from './failures.js';
import {fieldsOf, isNumericId, malformed, textAt} from './shape.js';

/** A file as Request Tracker takes it with a message. */
export interface RtFile {
  readonly FileName: string;
  readonly FileType: string;
  readonly FileContent: string;
}

export const defaultMaxFileBytes = 10_000_000;

export function encodeFiles(attachments: NonNullable<NewMessage['attachments']>, maxBytes: number): Promise<readonly RtFile[]> {
  return Promise.all(attachments.map((file, index) => encodeFile(file, `attachments.${index}`, maxBytes)));
}

async function encodeFile(file: NonNullable<NewMessage['attachments']>[number], path: string, maxBytes: number): Promise<RtFile> {
  if (!('blob' in file)) throw invalid(path, 'Files go with the message, they are not uploaded before');
  // Request Tracker takes the content of an empty file for one that is missing.
  if (file.blob.size === 0) throw invalid(path, 'The file is empty');
  if (file.blob.size > maxBytes) throw invalid(path, `The file is larger than ${maxBytes} bytes`);
  return {FileName: encodeName(file), FileType: file.mime || 'application/octet-stream', FileContent: await toBase64(file.blob)};
}

/** Version 5.0.3 takes the letters of a name for bytes and damages all but ASCII; as in the header of a mail they come through. */
function encodeName({name}: FileInput): string {
  if (/^[\x20-\x7e]+$/.test(name)) return name;
  return `=?UTF-8?B?${fromBytes(new TextEncoder().encode(name || 'file'))}?=`;
}

const toBase64 = async (blob: Blob): Promise<string> => fromBytes(new Uint8Array(await blob.arrayBuffer()));

function fromBytes(bytes: Uint8Array): string {
  const size = 0x8000; // more at once are too many arguments
  let binary = '';
  for (let start = 0; start < bytes.length; start += size) binary += String.fromCharCode(...bytes.subarray(start, start + size));
  return btoa(binary);
}

/** A file's bytes come as base64 in JSON, so it has no address of its own: it gets one in the page. */
export async function fileUrl(
  desk: Desk,
  attachment: Attachment,
  options: CallOptions,
): Promise<{readonly href: string; revoke(): void}> {
  desk.client.assertMayBegin(options.signal);
  if (!isNumericId(attachment.id)) throw missing('attachment');
  const path = `attachment/${attachment.id}`;
  const content = textAt(fieldsOf(await desk.client.get(path, {}, options), path), 'Content', path);
  const href = URL.createObjectURL(new Blob([toBytes(content, path)], {type: attachment.mime}));
  return {href, revoke: () => URL.revokeObjectURL(href)};
}

function toBytes(base64: string, path: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64.replace(/\s/g, '')), (sign) => sign.charCodeAt(0));
  } catch {
    throw malformed(`${path}.Content`);
  }
}
