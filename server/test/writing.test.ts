import {afterAll, describe, expect, it} from 'vitest';
import type {Message, Page} from '../../src/contract/index.js';
import type {LoopServer} from '../src/index.js';
import {Turns} from '../src/write/turns.js';
import {Work} from '../src/write/write.js';
import {newDesk, startServer} from './support/desk.js';
import {postgresForThisFile} from './support/postgres.js';
import {asAgent} from './support/raw.js';

const postgres = postgresForThisFile();
const nodes: LoopServer[] = [];
afterAll(async () => void (await Promise.all(nodes.map((node) => node.close()))));

const overtaken = (node: LoopServer): number => Number(/^loop_overtaken_total (\d+)$/m.exec(node.services.metrics.text())?.[1] ?? 0);

describe('messages that are written at once', () => {
  it.skipIf(!postgres.there)('are stored once each and in one order, whichever of two nodes is quicker', async () => {
    for (let node = 0; node < 2; node++) nodes.push(await startServer(postgres.open()));
    const [first, second] = nodes;
    if (!first || !second) throw new Error('A node is missing');
    const account = await newDesk(first.services);
    const writers = [asAgent(first, account, 'ann'), asAgent(second, account, 'ann'), asAgent(second, account, 'ben')];
    const answers: Message[] = [];
    for (let round = 0; round < 20 || overtaken(first) + overtaken(second) === 0; round++) {
      // Ann sends the same under the same id through both nodes: one message, twice answered.
      const all = await Promise.all(writers.map((writer) => writer.send('first', `round ${round}`, `round ${round}`)));
      expect(all.map(({status}) => status)).toEqual([201, 201, 201]);
      expect(all[0]?.body.message.id).toBe(all[1]?.body.message.id);
      expect(all[2]?.body.message.id).not.toBe(all[0]?.body.message.id);
      answers.push(...all.map(({body}) => body.message));
    }
    const {body} = await asAgent(first, account, 'ben').call<Page<Message>>('GET', '/conversations/first/messages?limit=500');
    const stored = body.items.filter(({clientId}) => clientId?.startsWith('round'));
    expect(new Set(answers.map(({id}) => id))).toEqual(new Set(stored.map(({id}) => id)));
    expect(new Set(stored.map(({order}) => order)).size).toBe(stored.length);
    const events = await first.services.db.query<{seq: number}>('select seq from event where account = $1 order by seq', [account]);
    expect(events.map(({seq}) => seq), 'what was overtaken took no number').toEqual(events.map((_, index) => (events[0]?.seq ?? 0) + index));
  });

  it('refuse to write before the last statement, since nothing would take it back', () => {
    const work = new Work({query: () => Promise.resolve([])}, 'desk', 0, 100, 'at-once');
    expect(() => work.query('delete from message', [])).toThrow('only reads');
  });
});

describe('turns', () => {
  it('let works under one key follow each other, whether or not the earlier one fails, and hold up no other key', async () => {
    const turns = new Turns();
    const seen: string[] = [];
    let fail: ((error: Error) => void) | undefined;
    const first = turns.take('a', () => new Promise<void>((_, reject) => (fail = reject)));
    const second = turns.take('a', () => Promise.resolve(seen.push('second')));
    await turns.take('b', () => Promise.resolve(seen.push('other')));
    expect(seen).toEqual(['other']);
    fail?.(new Error('no'));
    await expect(first).rejects.toThrow('no');
    await second;
    expect(seen).toEqual(['other', 'second']);
  });
});
