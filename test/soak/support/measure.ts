import type {CDPSession, Page} from 'playwright-core';

/** `npm run soak` is a sample, `npm run soak -- --long` the length that a release is measured with; the project run by itself is brief. */
const length = process.env.LOOP_SOAK ?? 'brief';
export const long = length === 'long';
export const brief = length === 'brief';

/** Looks into the memory of a page. */
export class Memory {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<Memory> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    return new Memory(session);
  }

  /** Bytes in use on the heap once everything that can go has gone. */
  async heapBytes(): Promise<number> {
    for (let time = 0; time < 3; time++) await this.#session.send('HeapProfiler.collectGarbage');
    return this.#metric('JSHeapUsedSize');
  }

  /** Nodes of the page that are in memory, whether they can be seen or not. */
  async nodes(): Promise<number> {
    await this.#session.send('HeapProfiler.collectGarbage');
    return this.#metric('Nodes');
  }

  /** How many instances of a custom element are in memory, whether in the page or not. */
  async instancesOf(tag: string): Promise<number> {
    await this.#session.send('HeapProfiler.collectGarbage');
    const {result} = await this.#session.send('Runtime.evaluate', {expression: `customElements.get(${JSON.stringify(tag)}).prototype`});
    const {objects} = await this.#session.send('Runtime.queryObjects', {prototypeObjectId: result.objectId!});
    const {result: count} = await this.#session.send('Runtime.callFunctionOn', {objectId: objects.objectId!, functionDeclaration: 'function () { return this.length }', returnByValue: true});
    await this.#session.send('Runtime.releaseObject', {objectId: objects.objectId!});
    await this.#session.send('Runtime.releaseObject', {objectId: result.objectId!});
    return Number(count.value);
  }

  async #metric(wanted: string): Promise<number> {
    const {metrics} = await this.#session.send('Performance.getMetrics');
    return metrics.find(({name}) => name === wanted)?.value ?? Number.NaN;
  }
}

/** Prints one figure as a line of its own. */
export const figure = (name: string, found: string, limit: string): void => console.log(`${name.padEnd(52)} ${found} (at most ${limit})`);

export const percent = (from: number, to: number): number => ((to - from) / from) * 100;

/** The same row of numbers in [0, 1) for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
