import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {createMemoryAdapter} from '../../../src/adapters/memory/index.js';
import {systemClock} from '../../../src/contract/index.js';
import {smallDesk} from '../../support/desk.js';
import {connectTo, conversation, json, message, session as sessionAnswer} from '../../support/http-answers.js';

/** As Prototype.js 1.6 and extensions of its kind do. */
const additions: readonly (readonly [object, string, unknown])[] = [
  [Array.prototype, 'toJSON', arrayText],
  [Object.prototype, 'extend', () => undefined],
];

function arrayText(this: readonly unknown[]): string {
  return `[${this.map((one) => JSON.stringify(one)).join(', ')}]`;
}

const answers = {
  'GET session': json(sessionAnswer),
  'GET conversations': json({items: [conversation], next: 'c2'}),
  'POST conversations/k1/messages': json({message}),
};

describe('on a page whose old library makes text of each array, and gives each object one more method', () => {
  beforeEach(() => {
    for (const [target, name, value] of additions) Object.defineProperty(target, name, {value, enumerable: true, configurable: true, writable: true});
  });
  afterEach(() => {
    for (const [target, name] of additions) Reflect.deleteProperty(target, name);
  });

  it('the HTTP adapter sends what it sends elsewhere', async () => {
    const {session, asked} = await connectTo(answers);
    const body = {format: 'text', value: 'Say "hi"'} as const;
    const attachments = [{ref: 'r1', name: 'a.txt', mime: 'text/plain', bytes: 5}];
    await session.sendMessage({conversationId: 'k1', clientId: 'x1', kind: 'reply', body, attachments, lastSeen: undefined}, {});
    const sent = asked[0]?.init.body as string;
    expect(JSON.parse(sent)).toEqual({conversationId: 'k1', clientId: 'x1', kind: 'reply', body, attachments});
  });

  it('the HTTP adapter reads answers as elsewhere', async () => {
    const {session} = await connectTo(answers);
    const {items, next} = await session.listConversations({view: 'active'}, {});
    expect([items[0]?.tags[0]?.name, items[0]?.subject, next]).toEqual(['Billing', 'Order 1001', 'c2']);
  });

  it('the memory adapter goes on from page to page', async () => {
    const session = await createMemoryAdapter({data: smallDesk()}).connect({fetch, clock: systemClock, locale: 'en', getToken: () => undefined}, {});
    const first = await session.listConversations({view: 'active', limit: 1}, {});
    const second = await session.listConversations({view: 'active', limit: 1, cursor: first.next}, {});
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
  });
});
