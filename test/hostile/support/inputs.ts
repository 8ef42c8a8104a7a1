import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {readMails, readPayloads, readText, type Mail, type Payload} from '../../../scripts/hostile-inputs.mjs';

export type {Mail, Payload};

const data = process.env['LOOP_TEST_DATA'];

/** All inputs or a sample of them: `npm run hostile` sets it. */
export const isLong = process.env['HOSTILE_LONG'] === '1';

/** Firefox too. */
export const isFirefoxAsked = process.env['HOSTILE_FIREFOX'] === '1';

/** What `--payloads` and `--mails` name: all of it is tried. */
const givenPayloads = process.env['HOSTILE_PAYLOADS'];
const givenMails = process.env['HOSTILE_MAILS'];
export const arePayloadsGiven = givenPayloads !== undefined;
export const areMailsGiven = givenMails !== undefined;

/** A few of each kind, for machines without the collection. */
const ownPayloads: readonly Payload[] = [
  '<img src=x onerror=alert(1)>', '<svg onload=alert(1)>', '<a href="javascript:alert(1)">x</a>', '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<details open ontoggle=alert(1)>', '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form><button formaction=javascript:alert(1)>x', '<input autofocus onfocus=alert(1)>', '<p style="background:url(javascript:alert(1))">x', '[x](javascript:alert(1))',
].map((payload, index): Payload => ({id: `own-${index}`, kind: 'html', payload, armed: []}));

export function payloads(): readonly Payload[] {
  const file = givenPayloads ?? (data && join(data, 'xss-payloads.json'));
  return file && (arePayloadsGiven || existsSync(file)) ? readPayloads(file).payloads : ownPayloads;
}

const ownMails: readonly Mail[] = [
  '<body style="background:#eef"><p style="color:#c00;font-size:20px">Red</p><img src="https://tracker.example/a.gif"></body>',
  '<style>p{color:green} @import url(https://tracker.example/a.css);</style><p>Green</p>',
  '<table bgcolor="#ffcc00" background="https://tracker.example/b.png"><tr><td><font color="blue" size="5">Blue</font></td></tr></table>',
].map((html, index) => ({id: `own-${index}`, html}));

export function mails(): readonly Mail[] {
  const folder = givenMails ?? (data && join(data, 'mails'));
  if (!folder || (!areMailsGiven && !existsSync(folder))) return ownMails;
  const all = readMails(folder);
  return isLong || areMailsGiven ? all : all.filter((_, index) => index % 7 === 0);
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
  return (JSON.parse(readText(file)) as readonly {readonly text: string}[]).map(({text}) => text);
};

export const batches = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({length: Math.ceil(all.length / size)}, (_, index) => all.slice(index * size, (index + 1) * size));
