import {afterEach, describe, expect, it, vi} from 'vitest';
import type {Progress} from '../../../src/contract/index.js';
import {settle} from '../../support/fake-clock.js';
import {connectTo, failure, json} from '../../support/http-answers.js';

/** As much of XMLHttpRequest as an upload uses; a test plays the way to the server. */
class FakeXhr {
  static made: FakeXhr[] = [];
  readonly upload: {onprogress?: (event: {loaded: number; total: number; lengthComputable: boolean}) => void} = {};
  readonly headers: Record<string, string> = {};
  onload?: () => void;
  onerror?: () => void;
  onloadend?: () => void;
  withCredentials = false;
  status = 0;
  responseText = '';
  url = '';
  sent: unknown;
  isAborted = false;
  constructor() {
    FakeXhr.made.push(this);
  }
  open(method: string, url: string): void {
    this.url = `${method} ${url}`;
  }
  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }
  getAllResponseHeaders(): string {
    return 'content-type: application/json\r\nx-request-id: r-1\r\nretry-after: 4\r\n';
  }
  send(body: unknown): void {
    this.sent = body;
  }
  abort(): void {
    this.isAborted = true;
  }
  answer(status: number, body: unknown): void {
    this.status = status;
    this.responseText = typeof body === 'string' ? body : JSON.stringify(body);
    this.onload?.();
    this.onloadend?.();
  }
}

const file = {name: 'a.txt', mime: 'text/plain', blob: new Blob(['0123456789'])};
const ref = {ref: 'r1', name: 'a.txt', mime: 'text/plain', bytes: 10};
const told: Progress[] = [];
const onProgress = (progress: Progress) => void told.push(progress);
const made = (index = 0): FakeXhr => FakeXhr.made[index]!;

async function begun(settings: Parameters<typeof connectTo>[1] = {}, signal?: AbortSignal) {
  FakeXhr.made = [];
  told.length = 0;
  vi.stubGlobal('XMLHttpRequest', FakeXhr);
  const connected = await connectTo({'POST uploads': json(ref, 201)}, settings);
  const put = connected.session.upload!.put(file, {onProgress, signal});
  put.catch(() => undefined);
  await settle();
  return {...connected, put};
}
afterEach(() => vi.unstubAllGlobals());

describe('an upload whose progress is wanted', () => {
  it('goes by XMLHttpRequest, with the token, and tells what is on its way up to all of it', async () => {
    const {put, asked} = await begun({options: {credentials: 'include'}});
    expect([made().url, made().sent, made().withCredentials]).toEqual(['POST https://desk.example/v1/uploads?name=a.txt', file.blob, true]);
    expect(made().headers).toMatchObject({authorization: 'Bearer token', 'content-type': 'text/plain'});
    made().upload.onprogress?.({loaded: 4, total: 10, lengthComputable: true});
    made().upload.onprogress?.({loaded: 7, total: 0, lengthComputable: false});
    made().answer(201, ref);
    expect(await put).toEqual(ref);
    expect(told).toEqual([{loaded: 4, total: 10}, {loaded: 7, total: 10}, {loaded: 10, total: 10}]);
    expect(asked).toEqual([]);
  });

  it('begins again with a fresh token, and its progress does not go back', async () => {
    const {put} = await begun({context: {getToken: (why) => why}});
    made().upload.onprogress?.({loaded: 8, total: 10, lengthComputable: true});
    made().answer(401, {});
    await settle();
    made(1).upload.onprogress?.({loaded: 2, total: 10, lengthComputable: true});
    made(1).upload.onprogress?.({loaded: 9, total: 10, lengthComputable: true});
    expect(made(1).headers['authorization']).toBe('Bearer expired');
    made(1).answer(201, ref);
    await put;
    expect(told.map(({loaded}) => loaded)).toEqual([8, 9, 10]);
  });

  it('stops when it is aborted, with the reason of its signal', async () => {
    const controller = new AbortController();
    const {put} = await begun({}, controller.signal);
    const reason = new Error('taken out');
    controller.abort(reason);
    expect(await failure(put)).toBe(reason);
    expect(made().isAborted).toBe(true);
  });

  it('is refused as every other call', async () => {
    const {put} = await begun();
    made().answer(429, {code: 'rate-limited'});
    expect((await failure(put)).init).toMatchObject({code: 'rate-limited', retryAfterMs: 4_000, requestId: 'r-1'});
    const lost = await begun();
    made().onerror?.();
    expect((await failure(lost.put)).init).toMatchObject({code: 'network'});
    const html = await begun();
    made().answer(200, '<p>');
    expect((await failure(html.put)).code).toBe('protocol');
    const empty = await begun();
    made().answer(204, '');
    expect((await failure(empty.put)).code).toBe('protocol');
  });

  it('goes by the fetch of the inbox where the host wants it so', async () => {
    const {put, asked} = await begun({options: {uploads: 'fetch'}});
    expect(await put).toEqual(ref);
    expect([FakeXhr.made.length, asked.length]).toEqual([0, 1]);
  });
});

describe('an upload whose progress nobody wants', () => {
  it('goes by the fetch of the inbox', async () => {
    vi.stubGlobal('XMLHttpRequest', FakeXhr);
    FakeXhr.made = [];
    const {session, asked} = await connectTo({'POST uploads': json(ref, 201)});
    await session.upload!.put(file, {});
    expect([FakeXhr.made.length, asked.length]).toEqual([0, 1]);
  });
});
