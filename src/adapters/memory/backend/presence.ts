import type {Doing, Id, LoopEvent} from '../../../contract/index.js';
import type {MemoryBackend} from './backend.js';
import {agentOf} from './projection.js';

/** Said again every 20 s by who is there: one lost beat is no absence. */
const presenceTtlMs = 45_000;

interface Being {
  readonly doing: Doing;
  readonly until: number;
}

/** Who is where right now. Forgets by itself who no longer says so. */
export class Presence {
  readonly #desk: MemoryBackend;
  readonly #there = new Map<Id, Map<Id, Being>>();

  constructor(desk: MemoryBackend) {
    this.#desk = desk;
  }

  set(conversationId: Id, agentId: Id, doing: Doing | 'away'): void {
    let people = this.#there.get(conversationId);
    if (!people) this.#there.set(conversationId, (people = new Map<Id, Being>()));
    if (doing === 'away') people.delete(agentId);
    else people.set(agentId, {doing, until: this.#desk.clock.now() + presenceTtlMs});
    this.#desk.tell(conversationId, agentId, (receiver) => this.#event(conversationId, receiver));
    if (people.size === 0) this.#there.delete(conversationId);
  }

  /** To be called when an agent's last session ends. */
  leave(agentId: Id): void {
    for (const [conversationId, people] of this.#there) {
      if (people.has(agentId)) this.set(conversationId, agentId, 'away');
    }
  }

  /** What an agent has to be told who has only just come. */
  all(receiver: Id): LoopEvent[] {
    return [...this.#there.keys()].flatMap((conversationId) => {
      const row = this.#desk.conversations.get(conversationId);
      const event = this.#event(conversationId, receiver);
      return row && this.#desk.sees(receiver, row) && event.people.length > 0 ? event : [];
    });
  }

  #event(conversationId: Id, receiver: Id): Extract<LoopEvent, {type: 'presence'}> {
    const now = this.#desk.clock.now();
    const people = [...(this.#there.get(conversationId) ?? [])].flatMap(([agentId, {doing, until}]) => {
      const agent = this.#desk.agents.get(agentId);
      return agent && agentId !== receiver && until > now ? {agent: agentOf(agent), doing, ttlMs: until - now} : [];
    });
    return {type: 'presence', conversationId, people};
  }
}
