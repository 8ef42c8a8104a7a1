import type {Availability, ConversationState, Doing, Id, WrittenKind} from '../../contract/index.js';
import type {MemoryBackend} from './backend/backend.js';
import {authorOf} from './backend/projection.js';
import {typing} from './features/people.js';
import {escalate} from './writes/escalations.js';
import {handOff} from './writes/automation.js';
import {assign, setTags} from './writes/labels.js';
import {agentRow, setAvailability} from './writes/people.js';
import {send} from './writes/send.js';
import {setState} from './writes/state.js';

/** What a colleague does, as a test or a demo tells them. Everything is told to the sessions as if they had a session of their own. */
export interface Colleague {
  reply(conversationId: Id, text: string): Promise<{readonly id: Id}>;
  note(conversationId: Id, text: string, mentions?: readonly Id[]): Promise<{readonly id: Id}>;
  typing(conversationId: Id, on: boolean, kind?: WrittenKind): Promise<void>;
  presence(conversationId: Id, doing: Doing | 'away'): Promise<void>;
  setState(conversationId: Id, to: ConversationState): Promise<void>;
  archive(conversationId: Id): Promise<void>;
  /** Null takes it from whoever has it. */
  assign(conversationId: Id, agentId: Id | null): Promise<void>;
  tag(conversationId: Id, tagId: Id): Promise<void>;
  escalate(conversationId: Id, reason?: string): Promise<{readonly id: Id}>;
  handOff(conversationId: Id, to: 'agent' | 'bot'): Promise<void>;
  availability(availability: Availability): Promise<void>;
}

export function colleague(open: () => Promise<MemoryBackend>, agentId: Id): Colleague {
  const write = async (kind: WrittenKind, conversationId: Id, value: string, mentions?: readonly Id[]) => {
    const desk = await acting();
    const body = {format: 'text', value} as const;
    const {message} = send(desk, agentId, {conversationId, clientId: desk.newId('sent'), kind, body, mentions}, []);
    return {id: message.id};
  };
  const acting = async () => {
    const desk = await open();
    agentRow(desk, agentId);
    return desk;
  };
  const move = async (conversationId: Id, to: ConversationState) => {
    const desk = await acting();
    setState(desk, desk.conversation(conversationId), to, agentId, authorOf(desk, agentId));
  };
  return {
    reply: (conversationId, text) => write('reply', conversationId, text),
    note: (conversationId, text, mentions) => write('note', conversationId, text, mentions),
    typing: async (conversationId, on, kind = 'reply') => {
      const desk = await acting();
      await typing({desk, agentId, maxFileBytes: 0}).set(conversationId, on, kind, {});
    },
    presence: async (conversationId, doing) => (await acting()).presence.set(conversationId, agentId, doing),
    setState: move,
    archive: (conversationId) => move(conversationId, 'archived'),
    assign: async (conversationId, to) => {
      const desk = await acting();
      assign(desk, desk.conversation(conversationId), authorOf(desk, agentId), {agentId: to});
    },
    tag: async (conversationId, tagId) => {
      const desk = await acting();
      setTags(desk, desk.conversation(conversationId), authorOf(desk, agentId), {add: [tagId]});
    },
    escalate: async (conversationId, reason) => {
      const desk = await acting();
      const {id} = escalate(desk, desk.conversation(conversationId), authorOf(desk, agentId), {reason});
      return {id};
    },
    handOff: async (conversationId, to) => {
      const desk = await acting();
      handOff(desk, desk.conversation(conversationId), to, authorOf(desk, agentId));
    },
    availability: async (availability) => setAvailability(await acting(), agentId, availability),
  };
}
