import type {Agent, Availability, Doing, LoopEvent} from '../../../src/contract/index.js';
import type {Fanout} from '../ports/fanout.js';
import {errorFields, type Log} from '../ports/log.js';

/** What passes and is in no log. */
export type Passing =
  | {readonly of: 'typing'; readonly account: string; readonly from: string; readonly conversation: string; readonly event: LoopEvent}
  | {readonly of: 'presence'; readonly account: string; readonly conversation: string; readonly agent: Agent; readonly doing: Doing | 'away'}
  | {readonly of: 'availability'; readonly account: string; readonly agent: string; readonly availability: Availability};

/** What nodes tell each other: whose events to read, and what passes. */
export interface Notice {
  readonly from: string;
  readonly pokes: readonly string[];
  readonly passing: readonly Passing[];
}

/** NOTIFY takes less than 8000 bytes. */
const maxBytes = 7_500;
const gatherMs = 10;

/** Collects what is to be told to other nodes while the last notice is on its way: a busy node sends few and full ones. */
export class Publisher {
  readonly #pokes = new Set<string>();
  readonly #passing: Passing[] = [];
  #busy: Promise<void> | undefined;

  constructor(
    private readonly fanout: Fanout,
    private readonly node: string,
    private readonly log: Log,
  ) {}

  poke(account: string): void {
    this.#pokes.add(account);
    this.#busy ??= this.#flush();
  }

  pass(passing: Passing): void {
    this.#passing.push(passing);
    this.#busy ??= this.#flush();
  }

  /** Resolves when everything has been told. */
  async idle(): Promise<void> {
    await this.#busy;
  }

  async #flush(): Promise<void> {
    while (this.#pokes.size + this.#passing.length > 0) {
      // What follows within a moment goes along: notices are dear, and readers of this node have been told already.
      await new Promise((resolve) => setTimeout(resolve, gatherMs));
      const text = this.#take();
      await this.fanout.publish(text).catch((error: unknown) => this.log('warn', 'other nodes could not be told', errorFields(error)));
    }
    this.#busy = undefined;
  }

  #take(): string {
    const pokes: string[] = [];
    const passing: Passing[] = [];
    let bytes = 0;
    const fits = (value: unknown) => (bytes += Buffer.byteLength(JSON.stringify(value)) + 1) < maxBytes - 100;
    for (const account of this.#pokes) {
      if (!fits(account)) break;
      pokes.push(account);
    }
    for (const account of pokes) this.#pokes.delete(account);
    while (this.#passing[0] && fits(this.#passing[0])) {
      const next = this.#passing.shift();
      if (next) passing.push(next);
    }
    // One that is too large by itself is not worth a failure: it passes anyway.
    if (pokes.length + passing.length === 0) this.#passing.shift();
    const notice: Notice = {from: this.node, pokes, passing};
    return JSON.stringify(notice);
  }
}
