import type {Agent, Doing, LoopEvent} from '../../../src/contract/index.js';

/** Said again every 20 s by who is there: one lost beat is no absence. */
const ttlMs = 45_000;

interface Being {
  readonly agent: Agent;
  readonly doing: Doing;
  readonly until: number;
}

/** Who is where in one account, as this node has heard. Forgets by itself who no longer says so. */
export class Presence {
  readonly #there = new Map<string, Map<string, Being>>();

  set(conversation: string, agent: Agent, doing: Doing | 'away', now: number): void {
    const people = this.#there.get(conversation) ?? new Map<string, Being>();
    if (doing === 'away') people.delete(agent.id);
    else people.set(agent.id, {agent, doing, until: now + ttlMs});
    if (people.size === 0) this.#there.delete(conversation);
    else this.#there.set(conversation, people);
  }

  where(agent: string): string[] {
    return [...this.#there].flatMap(([conversation, people]) => (people.has(agent) ? conversation : []));
  }

  conversations(now: number): string[] {
    for (const [conversation, people] of this.#there) {
      for (const [id, {until}] of people) if (until <= now) people.delete(id);
      if (people.size === 0) this.#there.delete(conversation);
    }
    return [...this.#there.keys()];
  }

  /** Everyone there but the receiver. */
  event(conversation: string, receiver: string, now: number): Extract<LoopEvent, {type: 'presence'}> {
    const people = [...(this.#there.get(conversation)?.values() ?? [])].flatMap(({agent, doing, until}) =>
      agent.id !== receiver && until > now ? {agent, doing, ttlMs: until - now} : [],
    );
    return {type: 'presence', conversationId: conversation, people};
  }
}
