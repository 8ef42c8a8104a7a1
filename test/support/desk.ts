import {
  createFaults,
  createMemoryAdapter,
  type ConversationFile,
  type FileConversation,
  type MemoryAdapter,
  type MemoryAdapterOptions,
  type MemoryFaults,
} from '../../src/adapters/memory/index.js';
import type {Adapter} from '../../src/contract/index.js';
import {createInbox} from '../../src/store/create-inbox.js';
import '../../src/store/later.js'; // loaded late in a page; here it is to be there at once
import type {Fact} from '../../src/store/facts.js';
import type {Inbox, InboxSettings} from '../../src/store/inbox.js';
import type {Ports} from '../../src/store/ports.js';
import type {ThreadMessage} from '../../src/store/state.js';
import {FakeClock, settle} from './fake-clock.js';
import {FakeBrowser, type FakePage} from './ports.js';

export const now = Date.parse('2026-03-24T14:30:00Z');
const minute = 60_000;
export const minutesAgo = (minutes: number): string => new Date(now - minutes * minute).toISOString();

/** A small desk: conversations 'k1' … with one incoming message each unless told otherwise. */
export function smallDesk(conversations: number | readonly Partial<FileConversation>[] = 3): ConversationFile {
  const given = typeof conversations === 'number' ? Array.from({length: conversations}, () => ({})) : conversations;
  return {
    format: 'loop-inbox/conversations',
    version: 1,
    me: 'lena',
    agents: [
      {id: 'lena', name: 'Lena Brandt'},
      {id: 'jonas', name: 'Jonas Weber'},
    ],
    teams: [{id: 'repairs', name: 'Repairs'}],
    tags: [
      {id: 'billing', name: 'billing'},
      {id: 'repair', name: 'repair'},
    ],
    contacts: given.map((_, index) => ({id: `c${index + 1}`, name: `Customer ${index + 1}`})),
    conversations: given.map((conversation: Partial<FileConversation>, index) => ({
      id: `k${index + 1}`,
      subject: `Subject ${index + 1}`,
      channel: {kind: 'web-chat'},
      contact: `c${index + 1}`,
      messages: [{id: `m${index + 1}`, kind: 'incoming', text: `Hello ${index + 1}`, at: minutesAgo(10 + index)}],
      ...conversation,
    })),
  };
}

/** `count` incoming messages, one a minute, ids `${prefix}1` …, the newest five minutes ago. */
export const manyMessages = (count: number, prefix = 'm'): FileConversation['messages'] =>
  Array.from({length: count}, (_, index) => ({
    id: `${prefix}${index + 1}`,
    kind: index % 3 === 2 ? ('reply' as const) : ('incoming' as const),
    ...(index % 3 === 2 && {by: 'jonas'}),
    text: `Line ${index + 1}`,
    at: minutesAgo(5 + count - index),
  }));

interface DeskOptions extends MemoryAdapterOptions, InboxSettings {
  /** Keeps drafts and outbox under this name, as a backend with an identity does. */
  readonly kept?: string;
}

export interface Tab {
  readonly inbox: Inbox;
  readonly facts: Fact[];
  readonly page: FakePage;
  readonly warnings: readonly string[];
}

/** A backend, a browser, and as many tabs as a test opens. */
export class Desk {
  readonly clock = new FakeClock(now);
  readonly browser = new FakeBrowser(this.clock);
  readonly faults: MemoryFaults = createFaults();
  readonly adapter: MemoryAdapter;
  /** The adapter as the tabs have it. */
  readonly tabAdapter: Adapter;
  readonly #settings: InboxSettings;
  readonly #open: Inbox[] = [];

  constructor({kept, features, account, locale, getToken, ...options}: DeskOptions = {}) {
    this.#settings = {features, account, locale, getToken};
    this.adapter = createMemoryAdapter({
      data: smallDesk(),
      clock: this.clock,
      faults: this.faults,
      ...options,
    });
    this.tabAdapter = kept === undefined ? this.adapter : withIdentity(this.adapter, kept);
  }

  /** Opens a tab, connected and at rest; sends leave at once unless `undoSendMs` says otherwise. */
  async tab({ports = {}, undoSendMs = 0}: {ports?: Partial<Ports>; undoSendMs?: number} = {}): Promise<Tab> {
    const tabPorts = this.browser.tab(ports);
    const inbox = createInbox({adapter: this.tabAdapter, ...this.#settings, ports: tabPorts});
    const facts: Fact[] = [];
    inbox.listen((fact) => void facts.push(fact));
    inbox.connect();
    await settle();
    inbox.commands.choose({undoSendMs});
    await settle();
    this.#open.push(inbox);
    return {inbox, facts, page: tabPorts.page, warnings: tabPorts.warnings};
  }

  async close(): Promise<void> {
    for (const inbox of this.#open) await inbox.close();
    await settle();
  }
}

/** A backend whose sessions have a name that outlives the page. */
const withIdentity = (adapter: Adapter, name: string): Adapter => ({
  ...adapter,
  name: adapter.name,
  contract: 1,
  connect: async (context, options) => {
    const session = await adapter.connect(context, options);
    return {...session, identity: `${name} ${session.me.id}`};
  },
});

/** The ids of a list's rows, in order. */
export function rows(inbox: Inbox, view = 'active'): readonly string[] {
  const list = [...inbox.state.lists.values()].find(({query}) => query.view === view);
  return [...(list?.ids.keys ?? [])];
}

export function thread(inbox: Inbox, conversationId: string): ThreadMessage[] {
  const loaded = inbox.state.threads.get(conversationId);
  return (loaded?.keys.keys ?? []).map((key) => loaded?.messages.get(key) as ThreadMessage);
}

/** 'text (delivery)' of what the agent wrote, in order. */
export const written = (inbox: Inbox, conversationId: string): string[] =>
  thread(inbox, conversationId)
    .filter(({kind, author}) => (kind === 'reply' || kind === 'note') && author.id === inbox.state.session?.me.id)
    .map(({kind, body, delivery, entry}) => `${kind} ${body.value} (${entry?.question ?? delivery})`);

/** Types and sends. */
export function write(inbox: Inbox, conversationId: string, text: string, kind: 'reply' | 'note' = 'reply'): string | undefined {
  inbox.commands.setDraft(conversationId, kind, {text});
  return inbox.commands.send(conversationId, kind);
}

/** What the backend itself holds, in order, as another agent reads it. */
export async function stored(desk: Desk, conversationId: string): Promise<string[]> {
  desk.faults.delay(0);
  const session = await desk.adapter.connect(
    {fetch, clock: desk.clock, locale: 'en', getToken: () => 'jonas'},
    {},
  );
  const page = await session.listMessages(conversationId, {limit: 200}, {});
  await session.close();
  return page.items.filter(({kind}) => kind === 'reply' || kind === 'note').map(({kind, body}) => `${kind} ${body.value}`);
}
