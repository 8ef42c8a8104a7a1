import type {Clock} from '../../contract/index.js';

/** After one message was said, those that follow so soon are counted, not read out. */
const breathMs = 2_000;

export interface Arrival {
  readonly clock: Clock;
  /** The message in words. */
  readonly words: string;
}

/**
 * What a screen reader hears of messages that arrive: the first of them at once and whole; of what comes in the breath after it, the message
 * if it is one, else how many. So nobody is read to for minutes after a burst, and nothing is dropped.
 */
export class Arrivals {
  readonly #say: (text: string) => void;
  readonly #counted: (count: number) => string;
  #waiting: string[] = [];
  #breath: AbortController | undefined;

  /** @param counted names several messages by their number. */
  constructor(say: (text: string) => void, counted: (count: number) => string) {
    this.#say = say;
    this.#counted = counted;
  }

  add({words, clock}: Arrival): void {
    if (this.#breath) return void this.#waiting.push(words);
    this.#say(words);
    this.#breathe(clock);
  }

  /** Another conversation, or none: what waits is not said. */
  clear(): void {
    this.#breath?.abort();
    this.#breath = undefined;
    this.#waiting = [];
  }

  #breathe(clock: Clock): void {
    const breath = (this.#breath = new AbortController());
    clock.sleep(breathMs, {signal: breath.signal}).then(
      () => this.#tell(clock),
      () => undefined, // cleared
    );
  }

  #tell(clock: Clock): void {
    this.#breath = undefined;
    const [first, ...more] = this.#waiting;
    this.#waiting = [];
    if (first === undefined) return;
    this.#say(more.length === 0 ? first : this.#counted(more.length + 1));
    this.#breathe(clock);
  }
}
