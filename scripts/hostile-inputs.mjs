// Reads what `npm run hostile` is given: payloads as a JSON list, mails as a folder of HTML files.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Something the caller can put right. */
export class InputError extends Error {}

/** A text in whatever encoding it says it is in, by its mark; what is no text of it is replaced. */
export function readText(file) {
  const bytes = readFileSync(file);
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(mark).decode(bytes);
}

function stateOf(path, what) {
  if (!existsSync(path)) throw new InputError(`${path}: there is no such ${what}`);
  return statSync(path);
}

const isText = (value) => typeof value === 'string';

/** Of a payload without a kind it is not known where it runs, so it is taken for HTML; one that is a text alone says no more. */
function asPayload(entry, index) {
  const { id, kind, payload, armed } = isText(entry) ? { payload: entry } : (entry ?? {});
  if (!isText(payload)) return [];
  return [{ id: isText(id) || Number.isFinite(id) ? String(id) : `entry-${index}`, kind: isText(kind) ? kind : 'html', payload, armed: [armed].flat().filter(isText) }];
}

/** The payloads of a file, each under an id of its own, and how many entries are none. @throws InputError where there is none */
export function readPayloads(file) {
  if (stateOf(file, 'file').isDirectory()) throw new InputError(`${file} is a folder: --payloads takes a JSON file`);
  let read;
  try {
    read = JSON.parse(readText(file));
  } catch (error) {
    throw new InputError(`${file} is no JSON: ${error.message.replace(/\s+/g, ' ')}`);
  }
  const list = Array.isArray(read) ? read : read?.payloads;
  if (!Array.isArray(list)) throw new InputError(`${file} is no list of {id, kind, payload, armed}`);
  const ids = new Set();
  const payloads = list.flatMap(asPayload).map((each, index) => {
    const id = ids.has(each.id) ? `${each.id} (${index})` : each.id;
    ids.add(id);
    return { ...each, id };
  });
  if (payloads.length === 0) throw new InputError(`${file} has no payloads: of its ${list.length} entries none has a text as its "payload"`);
  return { payloads, leftOut: list.length - payloads.length };
}

function* htmlFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* htmlFiles(path);
    else if (/\.html?$/i.test(entry.name)) yield path;
  }
}

/** Every HTML file of a folder: mails and the HTML parts of mails. @throws InputError where there is none */
export function readMails(folder) {
  if (!stateOf(folder, 'folder').isDirectory()) throw new InputError(`${folder} is no folder: --mails takes one of HTML files`);
  const mails = [...htmlFiles(folder)].sort().map((file) => ({ id: file.slice(folder.length + 1), html: readText(file) }));
  if (mails.length === 0) throw new InputError(`${folder} has no HTML files`);
  return mails;
}
