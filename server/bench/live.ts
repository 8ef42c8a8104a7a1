import {fork, type ChildProcess} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {NodeProcess} from '../test/support/node-process.js';
import {freePort, type Cluster} from '../test/support/postgres-cluster.js';
import {contents} from './content.js';
import {fill} from './fill.js';
import {processorSeconds} from './processor-time.js';
import {median, percentile, range} from './figures.js';

export interface LiveSettings {
  readonly nodes: number;
  readonly rate: number;
  readonly runs: number;
  readonly seconds: number;
}

const accounts = 50;
const agents = 10;
const conversations = 20;
const warmSeconds = 10;
const limitMs = 50;

export interface Run {
  /** ms from the beginning of a POST to the event at another agent's. */
  readonly toEvent: readonly number[];
  readonly toAnswer: readonly number[];
  readonly sent: number;
  readonly told: number;
  readonly failed: number;
  readonly failures: ReadonlyMap<string, number>;
  readonly missing: number;
  readonly doubled: number;
}

/** 50 accounts with 10 agents each on live streams; every message is told to the 10 of its account. */
export async function measureLive(cluster: Cluster, {nodes, rate, runs, seconds}: LiveSettings, say: (text: string) => void): Promise<void> {
  const url = await cluster.database();
  const {texts, source} = contents();
  await fill(url, {accounts, agents, conversations});
  const processes: NodeProcess[] = [];
  for (let index = 0; index < nodes; index++) {
    const node = new NodeProcess(await freePort(), {DATABASE_URL: url, LOOP_CONNECTIONS: '10', LOOP_FILES: '/tmp/loop-bench-files'});
    await node.start();
    processes.push(node);
  }
  const generator = new Generator(processes.map(({endpoint}) => endpoint), texts);
  try {
    await generator.open();
    say(`${nodes} node(s), ${accounts} accounts × ${agents} agents on live streams, ${source}; ${seconds} s after ${warmSeconds} s`);
    const usedSoFar = () => [processes.reduce((sum, {pid}) => sum + processorSeconds(pid), 0), processorSeconds(cluster.pid), processorSeconds(generator.pid)] as const;
    const measured = async (per: number, warm: number, lasting: number, name: string): Promise<Run> => {
      const before = usedSoFar();
      const run = await generator.run(per, warm, lasting);
      const used = usedSoFar().map((now, index) => ((now - (before[index] ?? 0)) * 1_000) / (per * (warm + lasting)));
      return report(say, per, run, name, used);
    };
    const first: Run[] = [];
    for (let index = 1; index <= runs; index++) first.push(await measured(rate, warmSeconds, seconds, `run ${index}`));
    const of = (share: number) => range(first.map(({toEvent}) => percentile(toEvent, share)));
    say(`POST to event at ${rate}/s, median and range of ${runs}: p50 ${of(0.5)}, p95 ${of(0.95)}, p99 ${of(0.99)} ms`);
    let step = rate;
    while (median(first.map(({toEvent}) => percentile(toEvent, 0.95))) <= limitMs) {
      step = Math.round(step * 1.25);
      const run = await measured(step, warmSeconds / 2, Math.min(seconds, 30), 'raised');
      if (percentile(run.toEvent, 0.95) > limitMs || run.failed > 0) break;
    }
  } finally {
    generator.close();
    await Promise.all(processes.map((node) => node.stop('SIGKILL')));
  }
}

function report(say: (text: string) => void, rate: number, run: Run, name: string, used: readonly number[]): Run {
  const {toEvent, toAnswer, sent, told, failed, failures, missing, doubled} = run;
  const why = [...failures].map(([kind, times]) => `${times} × ${kind}`).join(', ');
  const of = (values: readonly number[], share: number) => percentile(values, share).toFixed(1);
  say(
    `${name}: ${rate}/s asked, ${sent} sent, ${told} events, POST to event p50 ${of(toEvent, 0.5)} p95 ${of(toEvent, 0.95)} p99 ${of(toEvent, 0.99)} ms, ` +
      `answer p95 ${of(toAnswer, 0.95)} ms, failed ${failed}${why && ` (${why})`}, missing ${missing}, doubled ${doubled}; ` +
      `processor time for each message: server ${used[0]?.toFixed(2)}, database ${used[1]?.toFixed(2)}, generator ${used[2]?.toFixed(2)} ms`,
  );
  return run;
}

/** The process that plays all agents: apart from the nodes, on the same processors. */
class Generator {
  #child: ChildProcess | undefined;

  constructor(
    private readonly endpoints: readonly string[],
    private readonly texts: readonly string[],
  ) {}

  async open(): Promise<void> {
    this.#child = fork(fileURLToPath(new URL('./generator.ts', import.meta.url)), [], {execArgv: ['--import', 'tsx'], serialization: 'advanced'});
    await this.#ask({of: 'open', endpoints: this.endpoints, texts: this.texts.slice(0, 5_000), accounts, agents, conversations});
  }

  run(rate: number, warm: number, seconds: number): Promise<Run> {
    return this.#ask({of: 'run', rate, warm, seconds}) as Promise<Run>;
  }

  close(): void {
    this.#child?.kill('SIGKILL');
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  #ask(question: object): Promise<unknown> {
    const child = this.#child;
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error('The generator has ended'));
      child?.once('exit', ended);
      child?.once('message', (answer) => {
        child.off('exit', ended);
        resolve(answer);
      });
      child?.send(question);
    });
  }
}
