import type {AdapterContext, EventBatch, LoopEvent, Session} from '../../../src/contract/index.js';
import {createMemoryAdapter, type ConversationFile, type MemoryAdapterOptions} from '../../../src/adapters/memory/index.js';
import {FakeClock, settle} from '../../support/fake-clock.js';

/** A desk of three agents and three conversations, small enough to know by heart. */
export const smallDesk: ConversationFile = {
  format: 'loop-inbox/conversations',
  version: 1,
  now: '2026-03-01T12:00:00Z',
  me: 'ann',
  agents: [
    {id: 'ann', name: 'Ann Low', email: 'ann@desk.example', availability: 'online'},
    {id: 'ben', name: 'Ben High', availability: 'busy'},
    {id: 'cy', name: 'Cy Reed'},
  ],
  teams: [{id: 'billing', name: 'Billing', agents: ['ben']}],
  tags: [
    {id: 'vip', name: 'VIP', color: '#a0f'},
    {id: 'late', name: 'Late'},
  ],
  contacts: [
    {id: 'mia', name: 'Mia Noor', email: 'mia@shop.example'},
    {id: 'ole', name: 'Ole Berg', blocked: true},
  ],
  canned: [{id: 'k1', shortcut: 'hello', body: {format: 'text', value: 'Hello, how can I help?'}}],
  macros: [{id: 'urgent', name: 'Mark as urgent', actions: [{do: 'priority', priority: 'urgent'}, {do: 'tag', tag: 'late'}]}],
  views: [{id: 'unowned', label: 'Nobody’s', filter: {assignee: 'none'}}],
  ticketFields: [
    {key: 'area', label: 'Area', kind: 'select', required: true, options: [{value: 'web', label: 'Web'}]},
    {key: 'steps', label: 'Steps', kind: 'longtext', maxLength: 20},
  ],
  conversations: [
    {
      id: 'invoice',
      number: '41',
      subject: 'Invoice 7',
      channel: {kind: 'email', name: 'Help desk', inboxId: 'help'},
      contact: 'mia',
      assignee: 'ann',
      tags: ['vip'],
      topic: 'question',
      unread: 1,
      escalation: {reason: 'Legal threat', at: '2026-03-01T11:40:00Z', by: 'ben'},
      messages: [
        {kind: 'incoming', at: '2026-03-01T11:00:00Z', text: 'Where is my invoice?'},
        {kind: 'reply', by: 'ann', at: '2026-03-01T11:05:00Z', markdown: 'I **look**.', delivery: 'read'},
        {kind: 'incoming', at: '2026-03-01T11:30:00Z', text: 'Any news?'},
      ],
    },
    {
      id: 'parcel',
      number: '42',
      channel: {kind: 'web-chat'},
      contact: 'ole',
      messages: [{kind: 'incoming', at: '2026-03-01T10:00:00Z', html: '<style>p{}</style><p>My parcel &amp; I</p>'}],
    },
    {
      id: 'robot',
      number: '43',
      state: 'automated',
      channel: {kind: 'web-chat'},
      contact: 'mia',
      messages: [{kind: 'incoming', at: '2026-03-01T09:00:00Z', text: 'Opening hours?'}],
    },
  ],
};

export const context = (clock: FakeClock, token?: string): AdapterContext => ({
  clock,
  locale: 'en',
  fetch: () => Promise.reject(new Error('nothing is fetched')),
  ...(token === undefined ? {} : {getToken: () => token}),
});

/** A desk with Ann and Ben at it. */
export async function openDesk(options: MemoryAdapterOptions = {}) {
  const clock = new FakeClock();
  const adapter = createMemoryAdapter({data: smallDesk, ...options});
  const ann = await adapter.connect(context(clock, 'ann'), {});
  const ben = await adapter.connect(context(clock, 'ben'), {});
  return {
    clock,
    adapter,
    backend: adapter.backend,
    ann,
    ben,
    close: () => Promise.all([ann.close(), ben.close()]),
  };
}

/** Reads a session's events in the background; `events` grows as they come. */
export function follow(session: Session, after?: string) {
  const batches: EventBatch[] = [];
  const controller = new AbortController();
  const outcome: {error?: unknown; ended?: true} = {};
  const reading = (async () => {
    try {
      for await (const batch of session.events({after, signal: controller.signal})) batches.push(batch);
      outcome.ended = true;
    } catch (error) {
      outcome.error = error;
    }
  })();
  return {
    batches,
    outcome,
    get events(): readonly LoopEvent[] {
      return batches.flatMap(({events}) => events);
    },
    get types(): readonly string[] {
      return batches.flatMap(({events}) => events.map(({type}) => type));
    },
    of<T extends LoopEvent['type']>(type: T): Extract<LoopEvent, {type: T}>[] {
      return this.events.filter((event): event is Extract<LoopEvent, {type: T}> => event.type === type);
    },
    get cursor(): string | undefined {
      return batches.at(-1)?.cursor;
    },
    stop: async () => {
      controller.abort(new Error('stopped'));
      await reading;
    },
  };
}

export {settle};

let number = 0;

/** A reply with a client id of its own. */
export const reply = (conversationId: string, value: string, more: object = {}) => ({
  conversationId,
  clientId: `client-${++number}`,
  kind: 'reply' as const,
  body: {format: 'text' as const, value},
  ...more,
});

export const text = (value: string) => ({format: 'text' as const, value});
