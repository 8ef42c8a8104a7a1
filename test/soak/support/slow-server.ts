import {setTimeout as sleep} from 'node:timers/promises';
import {protocolServer, type ProtocolServer} from '../../journeys/support/protocol-server.js';

/** Marks a request that has come all the way. */
const arrived = 'x-arrived';

/**
 * A server to which a message needs up to `mostMs`, and as long for the answer: a page may die before, between and behind. It outlives all of them. Of the
 * requests whose page dies while they are on their way half arrive nevertheless.
 */
export async function slowServer(random: () => number, mostMs: number): Promise<ProtocolServer> {
  const passOn = async (request: Request): Promise<Response> => {
    const [thereMs, backMs, arrivesAnyway] = [random() * mostMs, random() * mostMs, random() < 0.5];
    const body = await request.arrayBuffer();
    await sleep(thereMs);
    if (request.signal.aborted && !arrivesAnyway) return new Response(null, {status: 502});
    const headers = new Headers(request.headers);
    headers.set(arrived, 'yes');
    headers.delete('connection');
    const answer = await fetch(request.url, {method: request.method, headers, body});
    await sleep(backMs);
    return answer;
  };
  return protocolServer((request) => (request.method === 'POST' && !request.headers.has(arrived) ? passOn(request) : undefined));
}
