import {spawn, type ChildProcess} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {expect, onTestFinished} from 'vitest';
import {webKitWindows} from '../../../scripts/browsers.mjs';
import type {Engine, Tab} from './engine.js';
import {busyPage, end, endWhole, holdStill, processOf} from './processes.js';

interface Answer {
  readonly id?: number;
  readonly value?: unknown;
  readonly error?: string;
  readonly problem?: string;
}

type Request = {readonly window: string} & ({readonly do: 'open'; readonly address: string} | {readonly do: 'ask'; readonly expression: string} | {readonly do: 'close'});

/** A running WebKit: what it is asked in lines, and answers. */
class Windows {
  readonly process: ChildProcess;
  readonly #waiting = new Map<number, {resolve(value: unknown): void; reject(error: Error): void}>();
  #asked = 0;

  constructor(process: ChildProcess, onProblem: (problem: string) => void) {
    this.process = process;
    createInterface({input: process.stdout!}).on('line', (line) => {
      const {id, value, error, problem} = JSON.parse(line) as Answer;
      if (problem !== undefined) onProblem(problem);
      if (id === undefined) return;
      const asked = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) asked?.resolve(value);
      else asked?.reject(new Error(error));
    });
  }

  tell(request: Request): Promise<unknown> {
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {resolve, reject});
      this.process.stdin!.write(`${JSON.stringify({id, ...request})}\n`);
    });
  }
}

/** A WebKitGTK with a profile of its own, which outlives it. On Linux. @param origin may show notifications. */
export async function openWebKit(origin: string): Promise<Engine> {
  const {command, env} = await webKitWindows();
  const profile = await mkdtemp(join(tmpdir(), 'soak-webkit-'));
  const problems: string[] = [];
  let running: Windows | undefined;
  let opened = 0;
  const script = fileURLToPath(new URL('./webkit-windows.js', import.meta.url));
  const launch = () =>
    new Windows(spawn(command, ['-m', script, profile, origin], {stdio: ['pipe', 'pipe', 'ignore'], env: {...process.env, ...env, TZ: 'UTC'}}), (problem) => problems.push(problem));
  const endAll = async () => {
    const {process: whole} = running!;
    running = undefined;
    const gone = new Promise((done) => whole.once('exit', done));
    const at = performance.now();
    endWhole(whole.pid!);
    await gone;
    return at;
  };
  onTestFinished(async () => {
    if (running) await endAll();
    await rm(profile, {recursive: true, force: true});
    expect(problems).toEqual([]);
  });
  return {
    name: 'WebKit',
    isWhole: true,
    open: async (address) => {
      running ??= launch();
      const window = String(++opened);
      await running.tell({do: 'open', window, address});
      const tab = tabOf(running, window);
      // It is told of as loaded before its modules have run.
      await tab.ask('document.readyState === "complete" || new Promise((done) => addEventListener("load", () => done(true)))');
      return tab;
    },
    killWhole: endAll,
  };
}

function tabOf(windows: Windows, window: string): Tab {
  const ask = (expression: string) => windows.tell({do: 'ask', window, expression});
  const pid = () => processOf(() => ask(`(() => { ${busyPage} })()`), windows.process.pid!);
  return {
    ask: (expression) => ask(expression) as Promise<never>,
    type: async (text) => {
      for (const letter of text) await ask(`document.execCommand('insertText', false, ${JSON.stringify(letter)})`);
    },
    press: async (key) => {
      await ask(`(() => {
        let at = document.activeElement;
        while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        at.dispatchEvent(new KeyboardEvent('keydown', {key: '${key}', bubbles: true, composed: true, cancelable: true}));
      })()`);
    },
    // It was told to let pages sound untouched.
    touch: () => Promise.resolve(),
    kill: async () => {
      const page = await pid();
      const at = performance.now();
      end(page);
      await windows.tell({do: 'close', window});
      return at;
    },
    freeze: async (ms) => holdStill(await pid(), ms),
  };
}
