import {existsSync, readFileSync, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {figure} from './figures.js';

export interface Payload {
  readonly id: string;
  readonly kind: 'html' | 'string' | 'url' | 'markdown' | 'svg-file' | 'http-leak';
  readonly payload: string;
  /** Engines in which it runs when it is put raw into a shadow root. */
  readonly armed?: readonly string[];
}

export interface Mail {
  readonly id: string;
  readonly html: string;
}

const data = process.env['LOOP_TEST_DATA'];

/** All inputs or a sample of them: `npm run hostile` sets it. */
export const isLong = process.env['HOSTILE_LONG'] === '1';

/** Firefox too. */
export const isFirefoxAsked = process.env['HOSTILE_FIREFOX'] === '1';

/** A text in whatever encoding it says it is in, by its mark; what is no text of it is replaced. */
function readText(file: string): string {
  const bytes = readFileSync(file);
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(mark).decode(bytes);
}

function readJson<T>(file: string): T {
  const text = readText(file);
  try {
    return JSON.parse(text) as T;
  } catch (error) {
    throw new Error(`${file} is no JSON: ${String(error)}`, {cause: error});
  }
}

/** A folder or file that was asked for by name has to be there. */
function given(variable: string, what: string): string | undefined {
  const path = process.env[variable];
  if (path !== undefined && !existsSync(path)) throw new Error(`${path}: there is no such ${what}`);
  return path;
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Entries that are payloads, and how many are not: a list made elsewhere may hold more than we know. */
function asPayloads(read: unknown, file: string): readonly Payload[] {
  const list: unknown = Array.isArray(read) ? read : (read as {readonly payloads?: unknown} | null)?.payloads;
  if (!Array.isArray(list)) throw new Error(`${file} is no list of {id, kind, payload, armed}`);
  const fit = list.flatMap((entry: unknown, index): Payload[] => {
    const {id, kind, payload, armed} = (entry ?? {}) as Readonly<Record<string, unknown>>;
    if (!isText(payload)) return [];
    return [{id: isText(id) ? id : `entry-${index}`, kind: isText(kind) ? (kind as Payload['kind']) : 'html', payload, armed: Array.isArray(armed) ? armed.filter(isText) : []}];
  });
  if (fit.length < list.length) figure('inputs', `${list.length - fit.length} of ${list.length} entries of ${file} have no payload and are left out`, '0');
  if (fit.length === 0) figure('inputs', `${file} has no payloads: what is told of them is told of none`, 'some');
  return fit;
}

/** A few of each kind, for machines without the collection. */
const ownPayloads: readonly Payload[] = [
  '<img src=x onerror=alert(1)>', '<svg onload=alert(1)>', '<a href="javascript:alert(1)">x</a>', '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<details open ontoggle=alert(1)>', '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form><button formaction=javascript:alert(1)>x', '<input autofocus onfocus=alert(1)>', '<p style="background:url(javascript:alert(1))">x', '[x](javascript:alert(1))',
].map((payload, index): Payload => ({id: `own-${index}`, kind: 'html', payload, armed: []}));

export function payloads(): readonly Payload[] {
  const file = given('HOSTILE_PAYLOADS', 'file') ?? (data && join(data, 'xss-payloads.json'));
  return file && existsSync(file) ? asPayloads(readJson<unknown>(file), file) : ownPayloads;
}

const ownMails: readonly Mail[] = [
  '<body style="background:#eef"><p style="color:#c00;font-size:20px">Red</p><img src="https://tracker.example/a.gif"></body>',
  '<style>p{color:green} @import url(https://tracker.example/a.css);</style><p>Green</p>',
  '<table bgcolor="#ffcc00" background="https://tracker.example/b.png"><tr><td><font color="blue" size="5">Blue</font></td></tr></table>',
].map((html, index) => ({id: `own-${index}`, html}));

function* htmlFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, {withFileTypes: true})) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* htmlFiles(path);
    else if (/\.html?$/i.test(entry.name)) yield path;
  }
}

/** Every HTML file of the folder: mails and the HTML parts of mails. */
export function mails(): readonly Mail[] {
  const asked = given('HOSTILE_MAILS', 'folder');
  const folder = asked ?? (data && join(data, 'mails'));
  if (!folder || !existsSync(folder)) return ownMails;
  if (!statSync(folder).isDirectory()) throw new Error(`${folder} is no folder`);
  const all = [...htmlFiles(folder)].sort().map((file): Mail => ({id: file.slice(folder.length + 1), html: readText(file)}));
  if (all.length === 0) figure('inputs', `${folder} has no HTML files: what is told of mails is told of none`, 'some');
  // All of what was asked for by name; of the collection a sample.
  return isLong || asked ? all : all.filter((_, index) => index % 7 === 0);
}

/** What would paint or reach out of its box, each as a mail. */
export const escapes: readonly Mail[] = [
  '<style>:root,:host,html,body{position:fixed!important;inset:0!important;background:red!important;z-index:2147483647!important}</style><p>x',
  '<div style="position:fixed;inset:0;background:red;z-index:2147483647">x</div>',
  '<div style="position:absolute;top:-2000px;left:-2000px;width:9000px;height:9000px;background:red">x</div>',
  '<div style="margin:-500px;padding:900px;background:red">x</div>',
  '<style>*{position:fixed!important;inset:0!important;background:red!important;margin:-999px!important;transform:scale(50)!important}</style><p>x',
  '<div style="width:100000px;height:100000px;background:red">x</div>',
  '<div style="box-shadow:0 0 0 9999px red;outline:3000px solid red">x</div>',
  '<style>@font-face{font-family:sans-serif;src:url(https://evil.example/a.woff)} ::slotted(*),:host-context(*){background:red!important}</style><p>x',
  '<div style="transform:translate(-900px,-900px) scale(90);filter:drop-shadow(0 0 900px red);background:red">x</div>',
  '<div style="text-shadow:-900px -300px 0 red;font-size:180px;text-indent:-900px">XXXXXXXX</div>',
  '<table style="position:sticky;top:0;z-index:9999999999;background:red" width="99999" height="99999"><tr><td>x</table>',
  '<div style="float:left;width:3000px;background:red">x</div><img width="50000" height="50000" src="data:image/gif;base64,R0lGODlhAQABAIAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==">',
].map((html, index) => ({id: `escape-${index}`, html}));

export const naughty = (): readonly string[] => {
  const file = data && join(data, 'naughty-strings.json');
  if (!file || !existsSync(file)) return [];
  return readJson<readonly {readonly text: string}[]>(file).map(({text}) => text);
};

export const batches = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({length: Math.ceil(all.length / size)}, (_, index) => all.slice(index * size, (index + 1) * size));
