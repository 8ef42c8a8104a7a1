import type {Target} from '../../src/conformance/index.js';
import {
  AdapterError,
  type Capabilities,
  type Conversation,
  type EventBatch,
  type LoopEvent,
  type Message,
  type Session,
} from '../../src/contract/index.js';
import {memorySetup} from './memory-target.js';

/**
 * A backend that can do the least that the contract asks for: no optional group, no notes, no filters, no totals, no versions, no
 * resuming, bodies in HTML only, and events that say "changed" and nothing more. The suite has to let it pass.
 */
export const modestTarget = (): Target => ({
  name: 'modest',
  setup: () => {
    const setup = memorySetup({idempotentSend: 'none', undo: 'hold', automated: false});
    const {contact, conversation, incoming} = setup.seed;
    return Promise.resolve({
      ...setup,
      adapter: {
        name: 'modest',
        contract: 1,
        connect: async (context, options) => modest(await setup.adapter.connect(context, options)),
      },
      seed: {contact, conversation, incoming},
      faults: undefined,
    });
  },
});

const capabilities = ({archive, views}: Capabilities): Capabilities => ({
  views,
  filters: [],
  sorts: ['activity-desc'],
  kinds: ['reply'],
  bodyFormats: ['html'],
  events: {transport: 'poll', resume: 'none', ordering: 'none', types: ['conversation.touched']},
  idempotentSend: 'none',
  states: ['active', 'archived'],
  archive: {...archive, clearsNotifications: 'no', undo: 'hold'},
  send: {thenState: false, replyTo: false, mentions: false, mail: false, staleGuard: 'client'},
  totals: 'unknown',
});

function modest(session: Session): Session {
  return {
    me: session.me,
    capabilities: capabilities(session.capabilities),
    close: () => session.close(),
    listConversations: async ({filter, ...query}, options) => {
      if (filter) throw new AdapterError({code: 'unsupported', feature: 'filter', message: 'No filters here'});
      const page = await session.listConversations({...query, limit: Math.min(query.limit ?? 10, 10)}, options);
      return {items: page.items.map(plainly), next: page.next, total: null};
    },
    getConversation: async (id, options) => plainly(await session.getConversation(id, options)),
    listMessages: async (id, query, options) => {
      const page = await session.listMessages(id, query, options);
      return {...page, items: page.items.map(inHtml)};
    },
    sendMessage: async ({thenState: _thenState, lastSeen: _lastSeen, ...message}, options) => ({
      message: inHtml((await session.sendMessage(message, options)).message),
    }),
    setState: async (id, to, options) => {
      if (to === 'snoozed') throw new AdapterError({code: 'unsupported', feature: 'state.snoozed', message: 'No snoozing here'});
      const {conversation} = await session.setState(id, to, {signal: options.signal});
      return {conversation: plainly(conversation)};
    },
    events: (options) => touches(session, options.signal),
  };
}

async function* touches(session: Session, signal: AbortSignal | undefined): AsyncGenerator<EventBatch> {
  let isFirst = true;
  for await (const {events} of session.events({signal})) {
    const ids = new Set(events.map(subject).filter((id) => id !== undefined));
    const told = [...ids].map((id): LoopEvent => ({type: 'conversation.touched', id}));
    if (isFirst || told.length > 0) yield {events: told, phase: 'live'};
    isFirst = false;
  }
}

function subject(event: LoopEvent): string | undefined {
  if (event.type === 'message.upserted') return event.message.conversationId;
  return event.type === 'conversation.upserted' ? event.conversation.id : undefined;
}

const plainly = ({version: _version, rev: _rev, lastMessage: _lastMessage, ...rest}: Conversation): Conversation => ({...rest, unread: null});

function inHtml({clientId, rev: _rev, version: _version, body, ...rest}: Message): Message {
  const isHtml = body.format === 'html';
  const value = isHtml ? body.value : body.value.replace(/[&<>]/g, (sign) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;'})[sign] ?? sign);
  return {...rest, clientId, body: {format: 'html', value}};
}
