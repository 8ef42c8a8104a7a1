import {randomInt} from 'node:crypto';
import type {Message, Page} from '../../src/contract/index.js';
import {tokenFor} from '../test/support/desk.js';
import {NodeProcess} from '../test/support/node-process.js';
import {freePort, type Cluster} from '../test/support/postgres-cluster.js';
import {frames, rawCalls, until} from '../test/support/raw.js';
import {contents} from './content.js';
import {fill} from './fill.js';

const accounts = 10;
const readersOfAccount = 5;
const conversations = 8;
const writersOfAccount = 3;
/** A node is killed this often, and every reader loses its connection about as often. */
const killEveryMs = 8_000;
const cutEveryMs = 4_000;

/** Follows the events as the inbox does: frames of one transaction belong together, and only their end moves the position. */
class Reader {
  /** How often each message was told. */
  readonly told = new Map<string, number>();
  resets = 0;
  reconnects = -1;
  #cursor: string | undefined;
  #over = false;
  #stop = new AbortController();
  readonly #reading: Promise<void>;

  constructor(
    readonly account: string,
    private readonly agent: string,
    private readonly endpoints: readonly string[],
  ) {
    this.#reading = this.#run();
  }

  get hasStarted(): boolean {
    return this.#cursor !== undefined;
  }

  cut(): void {
    this.#stop.abort();
  }

  async end(): Promise<void> {
    this.#over = true;
    this.cut();
    await this.#reading;
  }

  async #run(): Promise<void> {
    for (let turn = randomInt(2); !this.#over; turn++) {
      this.#stop = new AbortController();
      try {
        await this.#follow(this.endpoints[turn % this.endpoints.length] ?? '');
      } catch {
        // Cut, or its node was killed: on with the other one.
      }
      this.reconnects++;
      if (!this.#over) await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async #follow(endpoint: string): Promise<void> {
    const address = `${endpoint}/events${this.#cursor === undefined ? '' : `?after=${this.#cursor}`}`;
    const answer = await fetch(address, {headers: {authorization: `Bearer ${await tokenFor(this.account, this.agent, 3_600)}`}, signal: this.#stop.signal});
    if (!answer.ok) throw new Error(String(answer.status));
    let together: string[] = [];
    for await (const {id, event, data} of frames(answer)) {
      if (event === 'reset') this.resets++;
      if (data && 'type' in data && data.type === 'message.upserted') together.push(data.message.id);
      if (id === undefined) continue;
      for (const message of together) this.told.set(message, (this.told.get(message) ?? 0) + 1);
      together = [];
      const isCatchingUp = data && 'phase' in data && data.phase === 'catching-up';
      if (!isCatchingUp) this.#cursor = id;
    }
  }
}

/** Messages through two nodes that are killed in turn, read by readers that are cut off, until so many events were told. */
export async function measureKills(cluster: Cluster, wanted: number, say: (text: string) => void): Promise<void> {
  const url = await cluster.database();
  const {texts, source} = contents();
  await fill(url, {accounts, agents: readersOfAccount, conversations});
  const nodes: NodeProcess[] = [];
  for (let node = 0; node < 2; node++) {
    const made = new NodeProcess(await freePort(), {DATABASE_URL: url, LOOP_FILES: '/tmp/loop-bench-files'});
    await made.start();
    nodes.push(made);
  }
  const endpoints = nodes.map(({endpoint}) => endpoint);
  const names = Array.from({length: accounts}, (_, account) => `a${account}`);
  const readers = names.flatMap((account) => Array.from({length: readersOfAccount}, (_, agent) => new Reader(account, `g${agent}`, endpoints)));
  await until('all readers have a position', () => readers.every(({hasStarted}) => hasStarted), 60_000);

  const acknowledged = new Map<string, Set<string>>(names.map((account) => [account, new Set()]));
  const told = () => readers.reduce((sum, reader) => sum + [...reader.told.values()].reduce((one, times) => one + times, 0), 0);
  let isOver = false;
  let repeated = 0;
  const write = async (account: string, writer: number): Promise<void> => {
    const agent = `g${writer}`;
    const token = await tokenFor(account, agent, 3_600);
    const through = endpoints.map((endpoint) => rawCalls(fetch, endpoint, () => token));
    for (let index = 0; !isOver; index++) {
      const clientId = `${account} ${agent} ${index}`;
      const text = (texts[(writer * 7_919 + index) % texts.length] ?? 'Hello').slice(0, 2_000);
      await until(`${clientId} is acknowledged`, async () => {
        const raw = through[randomInt(2)];
        const answer = await raw?.send(`c${index % conversations}`, text, clientId).catch(() => undefined);
        if (answer?.status !== 201) return false;
        if (answer.headers.has('idempotency-replayed')) repeated++;
        acknowledged.get(account)?.add(answer.body.message.id);
        return true;
      }, 60_000);
    }
  };
  const began = performance.now();
  const writing = Promise.all(names.flatMap((account) => Array.from({length: writersOfAccount}, (_, writer) => write(account, writer))));
  const cutting = setInterval(() => readers[randomInt(readers.length)]?.cut(), cutEveryMs / readers.length);
  let kills = 0;
  while (told() < wanted) {
    await new Promise((resolve) => setTimeout(resolve, killEveryMs));
    const node = nodes[kills++ % nodes.length];
    await node?.stop('SIGKILL');
    await node?.start();
    say(`  ${Math.round((performance.now() - began) / 1_000)} s: ${kills} kills, ${told()} events told`);
  }
  isOver = true;
  await writing; 
  clearInterval(cutting);
  const seconds = (performance.now() - began) / 1_000;

  const stored = new Map<string, Message[]>();
  for (const account of names) stored.set(account, await storedOf(account, endpoints[0] ?? ''));
  const holes = () => readers.reduce((sum, reader) => sum + (stored.get(reader.account) ?? []).filter(({id}) => !reader.told.has(id)).length, 0);

  // What is still under way may arrive.
  await until('everything is told', () => holes() === 0, 30_000).catch(() => {});

  await Promise.all(readers.map((reader) => reader.end()));
  await Promise.all(nodes.map((node) => node.stop('SIGTERM')));


  const all = [...stored.values()].flat();
  const lost = names.reduce((sum, account) => {
    const kept = new Set(stored.get(account)?.map(({id}) => id));
    return sum + [...(acknowledged.get(account) ?? [])].filter((id) => !kept.has(id)).length;
  }, 0);
  const twice = all.length - new Set(all.map(({clientId}) => clientId)).size;
  const doubled = readers.reduce((sum, reader) => sum + [...reader.told.values()].filter((times) => times > 1).length, 0);
  const resets = readers.reduce((sum, reader) => sum + reader.resets, 0);
  const reconnects = readers.reduce((sum, reader) => sum + reader.reconnects, 0);
  say(`two nodes, ${accounts} accounts, ${readers.length} readers, ${accounts * writersOfAccount} writers, ${source}; ${Math.round(seconds)} s, ${kills} kills, ${reconnects} reconnects`);
  say(`${told()} events told of ${all.length} messages (${Math.round(all.length / seconds)}/s), ${repeated} answered again under their client id`);
  say(`holes ${holes()}, doubled ${doubled}, resets ${resets}; acknowledged and lost ${lost}, stored twice ${twice}`);
  if (holes() + doubled + resets + lost + twice > 0) process.exitCode = 1;
}

async function storedOf(account: string, endpoint: string): Promise<Message[]> {
  const raw = rawCalls(fetch, endpoint, () => tokenFor(account, 'g0', 3_600));
  const found: Message[] = [];
  for (let conversation = 0; conversation < conversations; conversation++) {
    for (let before: string | undefined = ''; before !== undefined; ) {
      const {body}: {body: Page<Message>} = await raw.call<Page<Message>>('GET', `/conversations/c${conversation}/messages?limit=500${before && `&before=${before}`}`);
      found.push(...body.items.filter(({clientId}) => clientId !== undefined));
      before = body.prev;
    }
  }
  return found;
}
