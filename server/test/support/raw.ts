import type {LoopServer} from '../../src/index.js';
import type {LoopEvent, Message} from '../../../src/contract/index.js';
import {endpoint, tokenFor} from './desk.js';

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** Requests as another language would make them: nothing of the adapter is in the way. */
export interface Raw {
  call<T = Readonly<Record<string, unknown>>>(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer<T>>;
  send(conversation: string, text: string, clientId: string): Promise<Answer<{message: Message}>>;
}

export function rawCalls(fetch: typeof globalThis.fetch, base: string, token: () => Promise<string> | string): Raw {
  const call: Raw['call'] = async <T>(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await fetch(`${base}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await token()}`,
        ...(body !== undefined && {'content-type': 'application/json'}),
        ...headers,
      },
      ...(body !== undefined && {body: typeof body === 'string' ? body : JSON.stringify(body)}),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return {status: answer.status, headers: answer.headers, body: (isJson ? JSON.parse(text) : text) as T};
  };
  return {
    call,
    send: (conversation, text, clientId) =>
      call('POST', `/conversations/${conversation}/messages`, {kind: 'reply', body: {format: 'text', value: text}}, {'idempotency-key': clientId}),
  };
}

export const asAgent = (server: LoopServer, account: string, agent: string): Raw =>
  rawCalls((input, init) => server.fetch(new Request(input, init)), endpoint, () => tokenFor(account, agent));

export interface Frame {
  readonly id?: string;
  readonly event?: string;
  readonly data?: LoopEvent | {readonly phase: string};
}

/** Reads server-sent events, frame by frame, until the stream ends or breaks. */
export async function* frames(response: Response): AsyncGenerator<Frame> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of response.body ?? []) {
    text += decoder.decode(part, {stream: true});
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      const data = field('data');
      if (data !== undefined) yield {id: field('id'), event: field('event'), data: JSON.parse(data) as Frame['data']};
    }
  }
}

/** Looks again and again until it holds; a limit for slow machines, not a wait. */
export async function until<T>(what: string, look: () => T | undefined | false | Promise<T | undefined | false>, limitMs = 20_000): Promise<T> {
  const end = performance.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`Not within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
