import type {Doing, Id, WrittenKind} from '../contract/index.js';
import type {Release} from './commands.js';
import type {Runtime} from './runtime.js';
import {offers} from './selectors.js';

/** The contract asks for presence on change and every 20 s. */
const tellAgainMs = 20_000;
/** Typing is told again while it goes on, well before receivers forget it. */
const typingEveryMs = 4_000;
/** No key for so long: not typing any more. */
const typingEndsMs = 5_000;

const strength = {viewing: 0, noting: 1, replying: 2} as const satisfies Record<Doing, number>;

/** Tells colleagues and contacts what this agent does: looks, writes a note, writes a reply, types. */
export class Attendance {
  readonly #runtime: Runtime;
  /** What the page's elements say they do, by conversation. */
  readonly #doing = new Map<Id, Doing[]>();
  readonly #typingSince = new Map<Id, number>();

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  attend(conversationId: Id, doing: Doing): Release {
    const all = this.#doing.get(conversationId) ?? [];
    const before = strongest(all);
    all.push(doing);
    this.#doing.set(conversationId, all);
    if (strongest(all) !== before) this.#tell(conversationId);
    let released = false;
    return () => {
      if (released) return;
      released = true;
      const shown = strongest(all);
      all.splice(all.indexOf(doing), 1);
      if (all.length === 0) this.#doing.delete(conversationId);
      if (strongest(all) !== shown) this.#tell(conversationId);
    };
  }

  type(conversationId: Id, kind: WrittenKind): void {
    if (!offers(this.#runtime.state, 'typing')) return;
    const now = this.#runtime.now();
    if (now - (this.#typingSince.get(conversationId) ?? -Infinity) >= typingEveryMs) {
      this.#typingSince.set(conversationId, now);
      this.#setTyping(conversationId, true, kind);
    }
    this.#runtime.timers.set(`typing of mine ${conversationId}`, typingEndsMs, () => this.stopTyping(conversationId, kind));
  }

  stopTyping(conversationId: Id, kind: WrittenKind): void {
    this.#runtime.timers.cancel(`typing of mine ${conversationId}`);
    if (this.#typingSince.delete(conversationId)) this.#setTyping(conversationId, false, kind);
  }

  /** After connecting the backend knows nothing of it. */
  tellAll(): void {
    this.#typingSince.clear();
    for (const id of this.#doing.keys()) this.#tell(id);
  }

  #tell(conversationId: Id): void {
    if (!offers(this.#runtime.state, 'presence') || !this.#runtime.connected) return;
    const doing = strongest(this.#doing.get(conversationId) ?? []) ?? 'away';
    const timer = `presence of mine ${conversationId}`;
    if (doing === 'away') this.#runtime.timers.cancel(timer);
    else this.#runtime.timers.set(timer, tellAgainMs, () => this.#tell(conversationId));
    this.#quietly((session, options) => session.presence?.set(conversationId, doing, options));
  }

  #setTyping(conversationId: Id, on: boolean, kind: WrittenKind): void {
    this.#quietly((session, options) => session.typing?.set(conversationId, on, kind, options));
  }

  /** A courtesy that fails is no business of the agent's. */
  #quietly(work: (session: NonNullable<Runtime['session']>, options: {signal: AbortSignal}) => Promise<void> | undefined): void {
    if (!this.#runtime.connected) return;
    this.#runtime
      .call(async (session, options) => work(session, options))
      .catch((error: unknown) => this.#runtime.ports.log('debug', 'Presence or typing was not told', error));
  }
}

const strongest = (all: readonly Doing[]): Doing | undefined =>
  [...all].sort((a, b) => strength[b] - strength[a])[0];
