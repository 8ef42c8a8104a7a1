import type {Faults} from './target.js';
import {pause} from './waiting.js';

type Fetch = typeof globalThis.fetch;
type Plan = Parameters<Faults['failNext']>[1] | 'garbled';

/** Trouble for every adapter that speaks HTTP: hand `fetch` to it as `AdapterContext.fetch`, and `faults` to the suite. */
export interface FetchFaults {
  readonly fetch: Fetch;
  readonly faults: Faults;
}

/**
 * Puts trouble between an adapter and its backend.
 *
 * Requests for a stream of events (`Accept: text/event-stream`) are never the "next call" of a fault; they are cut by `cutEvents`.
 * A status of 500 is answered after the backend has done what was asked: the worst case that an adapter has to be honest about.
 *
 * @param real where the requests go.
 */
export function createFetchFaults(real: Fetch): FetchFaults {
  const wire = new Wire(real);
  return {
    fetch: (input, init) => wire.fetch(new Request(input, init)),
    faults: {
      cutEvents: (ms) => wire.cut(ms),
      failNext: (count, how) => wire.plan(count, how),
      garbleNext: (count) => wire.plan(count, 'garbled'),
      expireToken: () => wire.expireTokens(),
      delay: (ms) => void (wire.delayMs = ms),
    },
  };
}

class Wire {
  delayMs = 0;
  readonly #real: Fetch;
  readonly #plans: Plan[] = [];
  readonly #streams = new Set<() => void>();
  readonly #seen = new Set<string>();
  #refused: ReadonlySet<string> = new Set();
  #downUntil = 0;

  constructor(real: Fetch) {
    this.#real = real;
  }

  plan(count: number, how: Plan): void {
    for (let index = 0; index < count; index++) this.#plans.push(how);
  }

  expireTokens(): void {
    this.#refused = new Set(this.#seen);
  }

  cut(ms: number): Promise<void> {
    this.#downUntil = performance.now() + ms;
    for (const end of [...this.#streams]) end();
    return Promise.resolve();
  }

  async fetch(request: Request): Promise<Response> {
    request.signal.throwIfAborted();
    if (this.delayMs > 0) await pause(this.delayMs);
    request.signal.throwIfAborted();
    const token = request.headers.get('authorization');
    if (token !== null) {
      if (this.#refused.has(token)) return problem(401);
      this.#seen.add(token);
    }
    if (request.headers.get('accept')?.includes('text/event-stream')) return this.#stream(request);
    const how = this.#plans.shift();
    return how === undefined ? this.#real(request) : this.#fail(request, how);
  }

  async #fail(request: Request, how: Plan): Promise<Response> {
    if (how === 'drop-before') throw new TypeError('Failed to fetch');
    if (how === 'garbled') return new Response('<!doctype html><title>Sign in</title>', {headers: {'content-type': 'text/html'}});
    if (how === 'drop-after') {
      await this.#real(request);
      throw new TypeError('Failed to fetch');
    }
    if (how.status === 500) await this.#real(request);
    return problem(how.status, how.retryAfter);
  }

  async #stream(request: Request): Promise<Response> {
    if (performance.now() < this.#downUntil) throw new TypeError('Failed to fetch');
    const response = await this.#real(request);
    return response.body ? new Response(this.#breakable(response.body), response) : response;
  }

  /** The same bytes, until the stream is cut. */
  #breakable(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
    const reader = body.getReader();
    let end: (() => void) | undefined;
    const forget = () => end && this.#streams.delete(end);
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        end = () => {
          forget();
          controller.error(new TypeError('network error'));
          void reader.cancel().catch(() => {});
        };
        this.#streams.add(end);
      },
      pull: async (controller) => {
        const {done, value} = await reader.read();
        if (end && !this.#streams.has(end)) return;
        if (!done) return controller.enqueue(value);
        forget();
        controller.close();
      },
      cancel: (reason) => {
        forget();
        return reader.cancel(reason);
      },
    });
  }
}

function problem(status: number, retryAfter?: number): Response {
  const headers = new Headers({'content-type': 'application/problem+json'});
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter));
  return new Response(JSON.stringify({status, title: `Status ${status}`}), {status, headers});
}
