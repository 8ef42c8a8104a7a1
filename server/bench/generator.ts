// Plays agents for live.ts: one stream for each, and messages at an even rate, sent whether or not the earlier ones are answered.
import {Agent, request} from 'node:http';
import {tokenFor} from '../test/support/desk.js';
import type {Run} from './live.js';

interface Opening {
  readonly of: 'open';
  readonly endpoints: readonly string[];
  readonly texts: readonly string[];
  readonly accounts: number;
  readonly agents: number;
  readonly conversations: number;
}
type Question = Opening | {readonly of: 'run'; readonly rate: number; readonly warm: number; readonly seconds: number};

const pool = new Agent({keepAlive: true, maxSockets: 256});
const tokens = new Map<string, string>();
/** When each message left, by its client id, and which streams have told it. */
const left = new Map<string, {at: number; counts: boolean; told: Map<number, number>}>();
let opening: Opening | undefined;
let made = 0;
let current: {toEvent: number[]; toAnswer: number[]; told: number; doubled: number} = {toEvent: [], toAnswer: [], told: 0, doubled: 0};
const authors: string[] = [];

process.on('message', (question: Question) => {
  void (question.of === 'open' ? open(question) : run(question.rate, question.warm, question.seconds)).then((answer) => process.send?.(answer ?? 'done'));
});

async function open(given: Opening): Promise<void> {
  opening = given;
  let stream = 0;
  for (let account = 0; account < given.accounts; account++) {
    for (let agent = 0; agent < given.agents; agent++) {
      const who = `a${account}/g${agent}`;
      tokens.set(who, await tokenFor(`a${account}`, `g${agent}`, 86_400));
      await listen(given.endpoints[stream % given.endpoints.length] ?? '', who, stream);
      authors[stream++] = who;
    }
  }
}

/** Reads one stream; only what tells of a message is looked at. */
function listen(endpoint: string, who: string, stream: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const asking = request(`${endpoint}/events`, {headers: {authorization: `Bearer ${tokens.get(who)}`, accept: 'text/event-stream'}}, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`A stream answered ${answer.statusCode}`));
      answer.setEncoding('utf8');
      let text = '';
      answer.on('data', (part: string) => {
        const now = performance.now();
        text += part;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          hear(text.slice(0, end), stream, now);
          text = text.slice(end + 2);
        }
      });
      resolve();
    });
    asking.on('error', reject);
    asking.end();
  });
}

function hear(frame: string, stream: number, now: number): void {
  if (!frame.includes('event: message.upserted')) return;
  const clientId = /"clientId":"([^"]+)"/.exec(frame)?.[1];
  const message = clientId === undefined ? undefined : left.get(clientId);
  if (!message) return;
  const times = message.told.get(stream) ?? 0;
  message.told.set(stream, times + 1);
  if (!message.counts) return;
  current.told++;
  if (times > 0) current.doubled++;
  // "Another agent's": not that of who wrote it, whose id begins the client id.
  else if (!clientId?.startsWith(`${authors[stream]} `)) current.toEvent.push(now - message.at);
}

async function run(rate: number, warm: number, seconds: number): Promise<Run> {
  if (!opening) throw new Error('Nothing is open');
  const {accounts, agents, conversations, texts, endpoints} = opening;
  current = {toEvent: [], toAnswer: [], told: 0, doubled: 0};
  left.clear();
  const began = performance.now();
  let failed = 0;
  /** By status, or by the code of the error where there was no answer. */
  const failures = new Map<string, number>();
  const pending: Promise<void>[] = [];
  const total = Math.round(rate * (warm + seconds));
  for (let index = 0; index < total; index++) {
    const due = began + (index * 1_000) / rate;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    const account = index % accounts;
    const who = `a${account}/g${Math.floor(index / accounts) % agents}`;
    const clientId = `${who} ${++made}`;
    const counts = index >= rate * warm;
    const body = JSON.stringify({kind: 'reply', body: {format: 'text', value: (texts[made % texts.length] ?? 'Hello').slice(0, 4_000)}});
    // Late starts count against the server: the clock runs from when the message was due.
    left.set(clientId, {at: due, counts, told: new Map()});
    const path = `${endpoints[index % endpoints.length]}/conversations/c${made % conversations}/messages`;
    pending.push(
      post(path, who, clientId, body).then((status) => {
        if (counts) current.toAnswer.push(performance.now() - due);
        if (status === '201') return;
        failed++;
        failures.set(status, (failures.get(status) ?? 0) + 1);
      }),
    );
  }
  await Promise.all(pending);
  await settled(agents);
  const counted = [...left.values()].filter(({counts}) => counts);
  const missing = counted.reduce((sum, {told}) => sum + (agents - told.size), 0) - failed * agents;
  return {...current, sent: counted.length, failed, failures, missing};
}

/** What is still under way may arrive, for as long as something does. */
async function settled(agents: number): Promise<void> {
  for (let last = -1, quiet = 0; quiet < 10; ) {
    if ([...left.values()].every(({told}) => told.size >= agents)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
    quiet = current.told === last ? quiet + 1 : 0;
    last = current.told;
  }
}

function post(address: string, who: string, clientId: string, body: string): Promise<string> {
  return new Promise((resolve) => {
    const headers = {authorization: `Bearer ${tokens.get(who)}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'idempotency-key': clientId};
    const asking = request(address, {method: 'POST', headers, agent: pool}, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(String(answer.statusCode)));
    });
    asking.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name));
    asking.end(body);
  });
}
