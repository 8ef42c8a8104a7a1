import type {Attachment, CallOptions, FileInput, Progress, UploadRef} from '../../../contract/index.js';
import type {MemoryBackend} from '../backend/backend.js';
import {invalid} from '../backend/errors.js';
import type {FileRow} from '../backend/rows.js';

/** Pictures up to this size travel inside their record, so that they show without a download. */
const inlinePictureBytes = 1_000_000;

const mib = 1_048_576;

/** Takes a file in; nothing is left of it when it is refused or aborted. */
export async function storeFile(
  desk: MemoryBackend,
  {name, mime, blob}: FileInput,
  path: string,
  maxBytes: number,
  {signal, onProgress}: CallOptions & {onProgress?(progress: Progress): void} = {},
): Promise<FileRow> {
  if (blob.size > maxBytes) throw invalid(path, `must be at most ${Math.floor(maxBytes / mib)} MB`, 'maxBytes');
  const total = blob.size;
  onProgress?.({loaded: 0, total});
  const url = mime.startsWith('image/') && total <= inlinePictureBytes ? await dataUrl(blob, mime) : undefined;
  for (const part of [0.25, 0.5, 0.75]) {
    signal?.throwIfAborted();
    onProgress?.({loaded: Math.floor(total * part), total});
    // A breath between the steps: time to look at the progress, and to abort.
    await Promise.resolve();
  }
  signal?.throwIfAborted();
  onProgress?.({loaded: total, total});
  const file: FileRow = {id: desk.newId('file'), name, mime, blob, url};
  desk.files.set(file.id, file);
  return file;
}

/** The attachments of a message: what was uploaded before, and what comes along with it. */
export async function attach(
  desk: MemoryBackend,
  files: readonly (UploadRef | FileInput)[],
  maxBytes: number,
  options: CallOptions & {onProgress?(progress: Progress): void},
): Promise<readonly Attachment[]> {
  const attachments: Attachment[] = [];
  for (const [index, file] of files.entries()) {
    const path = `attachments.${index}`;
    const row = 'ref' in file ? desk.files.get(file.ref) : await storeFile(desk, file, path, maxBytes, options);
    if (!row) throw invalid(`${path}.ref`, 'no such upload');
    attachments.push(attachmentOf(row));
  }
  return attachments;
}

export const attachmentOf = ({id, name, mime, blob, url}: FileRow): Attachment => ({id, name, mime, bytes: blob.size, url});

/** Works where there is no FileReader, too. */
export async function dataUrl(blob: Blob, mime: string): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return `data:${mime};base64,${btoa(binary)}`;
}
