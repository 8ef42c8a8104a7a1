import type {Author, Id, LoopEvent} from '../contract/index.js';
import type {Runtime} from './runtime.js';
import type {Present, Typist} from './state.js';

type TypingEvent = Extract<LoopEvent, {type: 'typing'}>;
type PresenceEvent = Extract<LoopEvent, {type: 'presence'}>;

const authorKey = (author: Author): string => `${author.kind} ${author.id ?? author.name ?? ''}`;

/** Who types and who is there. Everything here ends by itself on this machine's clock. */
export class Live {
  readonly #runtime: Runtime;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  takeTyping({conversationId, author, kind, on, ttlMs}: TypingEvent): void {
    const me = this.#runtime.state.session?.me.id;
    if (author.kind === 'agent' && author.id === me) return;
    const timer = `typing ${conversationId} ${authorKey(author)}`;
    if (!on) {
      this.#runtime.timers.cancel(timer);
      return this.stopTyping(conversationId, author);
    }
    const others = this.#typists(conversationId).filter((typist) => authorKey(typist.author) !== authorKey(author));
    this.#putTypists(conversationId, [...others, {author, kind}]);
    this.#runtime.timers.set(timer, ttlMs, () => this.stopTyping(conversationId, author));
  }

  /** Also when their message has arrived. */
  stopTyping(conversationId: Id, author: Author): void {
    const typists = this.#typists(conversationId);
    const left = typists.filter((typist) => authorKey(typist.author) !== authorKey(author));
    if (left.length !== typists.length) this.#putTypists(conversationId, left);
  }

  takePresence({conversationId, people}: PresenceEvent): void {
    const me = this.#runtime.state.session?.me.id;
    const others = people.filter(({agent}) => agent.id !== me);
    this.#putPresent(conversationId, others.map(({agent, doing}) => ({agent, doing})));
    for (const {agent, ttlMs} of others) {
      this.#runtime.timers.set(`presence ${conversationId} ${agent.id}`, ttlMs, () =>
        this.#putPresent(conversationId, this.#present(conversationId).filter((present) => present.agent.id !== agent.id)),
      );
    }
  }

  clear(): void {
    this.#runtime.commit((state) => {
      state.typing.clear();
      state.presence.clear();
    });
  }

  #typists(conversationId: Id): readonly Typist[] {
    return this.#runtime.state.typing.get(conversationId) ?? [];
  }

  #present(conversationId: Id): readonly Present[] {
    return this.#runtime.state.presence.get(conversationId) ?? [];
  }

  #putTypists(conversationId: Id, typists: readonly Typist[]): void {
    this.#runtime.commit((state) => {
      if (typists.length > 0) state.typing.put(conversationId, typists);
      else state.typing.delete(conversationId);
    });
  }

  #putPresent(conversationId: Id, present: readonly Present[]): void {
    this.#runtime.commit((state) => {
      if (present.length > 0) state.presence.put(conversationId, present);
      else state.presence.delete(conversationId);
    });
  }
}
