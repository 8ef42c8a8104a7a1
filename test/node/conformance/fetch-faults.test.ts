import {describe, expect, it} from 'vitest';
import {createFetchFaults} from '../../../src/conformance/index.js';

const address = 'https://desk.example/v1/conversations';

/** A backend that counts what reaches it; a stream of events stays open. */
function desk() {
  const reached: string[] = [];
  const stream = () =>
    new ReadableStream<Uint8Array>({start: (controller) => controller.enqueue(new TextEncoder().encode('data: 1\n\n'))});
  const {fetch, faults} = createFetchFaults((input) => {
    const request = input as Request;
    reached.push(request.method);
    const isStream = request.headers.get('accept') === 'text/event-stream';
    return Promise.resolve(isStream ? new Response(stream()) : Response.json({ok: true}));
  });
  const events = () => fetch(address, {headers: {accept: 'text/event-stream'}});
  const as = (token: string) => fetch(address, {headers: {authorization: `Bearer ${token}`}});
  return {reached, fetch, faults, events, as};
}

describe('createFetchFaults', () => {
  it('lets requests through untouched while nothing is planned', async () => {
    const {fetch, reached} = desk();
    expect(await (await fetch(address, {method: 'POST', body: '{}'})).json()).toEqual({ok: true});
    expect(reached).toEqual(['POST']);
  });

  it('answers the next calls with a status and the time to wait, and only those', async () => {
    const {fetch, faults, reached} = desk();
    faults.failNext(2, {status: 429, retryAfter: 2});
    const answers = [await fetch(address), await fetch(address), await fetch(address)];
    expect(answers.map(({status}) => status)).toEqual([429, 429, 200]);
    expect(answers[0]?.headers.get('retry-after')).toBe('2');
    expect(reached).toHaveLength(1);
  });

  it('answers a 500 after the backend has done what was asked, a 503 before', async () => {
    const {fetch, faults, reached} = desk();
    faults.failNext(1, {status: 500});
    faults.failNext(1, {status: 503});
    expect([(await fetch(address)).status, (await fetch(address)).status]).toEqual([500, 503]);
    expect(reached).toHaveLength(1);
  });

  it('loses a request before or after it reaches the backend', async () => {
    const {fetch, faults, reached} = desk();
    faults.failNext(1, 'drop-before');
    await expect(fetch(address)).rejects.toThrow(TypeError);
    expect(reached).toHaveLength(0);
    faults.failNext(1, 'drop-after');
    await expect(fetch(address)).rejects.toThrow(TypeError);
    expect(reached).toHaveLength(1);
  });

  it('answers with a page of HTML', async () => {
    const {fetch, faults} = desk();
    faults.garbleNext?.(1);
    const answer = await fetch(address);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html']);
  });

  it('refuses the tokens that were used before they expired, and takes a fresh one', async () => {
    const {as, faults} = desk();
    expect((await as('old')).status).toBe(200);
    faults.expireToken();
    expect([(await as('old')).status, (await as('fresh')).status]).toEqual([401, 200]);
  });

  it('cuts open streams of events and refuses new ones for a while', async () => {
    const {events, faults} = desk();
    const reader = (await events()).body!.getReader();
    expect((await reader.read()).done).toBe(false);
    const next = reader.read();
    await faults.cutEvents(60_000);
    await expect(next).rejects.toThrow('network error');
    await expect(events()).rejects.toThrow(TypeError);
  });

  it('opens new streams at once after a cut of no time', async () => {
    const {events, faults} = desk();
    await faults.cutEvents(0);
    expect((await events()).ok).toBe(true);
  });

  it('does not spend a planned failure on a stream of events', async () => {
    const {events, fetch, faults} = desk();
    faults.failNext(1, {status: 503});
    expect((await events()).status).toBe(200);
    expect((await fetch(address)).status).toBe(503);
  });

  it('rejects an aborted request with the reason of its signal', async () => {
    const {fetch} = desk();
    const reason = new Error('left the page');
    await expect(fetch(address, {signal: AbortSignal.abort(reason)})).rejects.toBe(reason);
  });
});
