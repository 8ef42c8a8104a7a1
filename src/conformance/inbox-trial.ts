import {AdapterError, type Clock, type EventBatch, type Id} from '../contract/index.js';
import type {CheckContext} from './context.js';
import {withFaults, type BatchWay} from './faulty-adapter.js';
import {hook} from './needs.js';
import {defaultTiming, type InboxProbe, type Timing} from './target.js';
import {pause} from './waiting.js';

/**
 * The inbox waits seconds where the suite waits none, so its time goes faster: at most so many times, and less before a slow backend, whose
 * calls must have an end before the inbox gives them up.
 */
const haste = ({settleMs}: Timing): number => Math.max(1, Math.min(40, (40 * defaultTiming.settleMs) / settleMs));

/** An inbox over the adapter that is tried, on a connection that can be cut and repeats itself. */
export class InboxTrial {
  repeats = false;
  /** When the inbox tried to listen while it could not, on the suite's clock. */
  readonly triedAt: number[] = [];
  readonly probe: InboxProbe;
  readonly #context: CheckContext;
  readonly #streams = new Set<(error: AdapterError) => void>();
  #isDown = false;

  private constructor(context: CheckContext) {
    this.#context = context;
    const open = hook(context.setup, 'inbox');
    const {clock} = context.setup.agents[0];
    const adapter = withFaults(context.setup.adapter, {
      clock,
      call: () => ({fate: this.#isDown ? 'refused' : 'answered'}),
      batch: (batch) => this.#told(batch),
      streamOpened: (cut) => this.#opened(cut),
    });
    this.probe = open(adapter, {...context.setup.agents[0], clock: hastened(clock, haste(context.timing))});
  }

  /** @throws {NotProven} when the target hands in no inbox. */
  static async run(context: CheckContext, work: (trial: InboxTrial) => Promise<void>): Promise<void> {
    const trial = new InboxTrial(context);
    try {
      await trial.#live();
      await work(trial);
    } finally {
      await trial.probe.close();
    }
  }

  /** Opens a conversation and waits for its first message. */
  async show(conversationId: Id): Promise<void> {
    this.probe.show(conversationId);
    await this.#context.eventually('a conversation is shown in the inbox', () => Promise.resolve(this.probe.shown(conversationId).length > 0));
  }

  /** The connection is gone, for the backend too, and none can be made. */
  async cut(): Promise<void> {
    this.#isDown = true;
    await this.#context.setup.faults?.cutEvents(0);
    for (const cut of [...this.#streams]) cut(gone());
  }

  async restore(): Promise<void> {
    this.#isDown = false;
    await this.#live();
  }

  /** Long enough for what is on its way. */
  rest(): Promise<void> {
    return pause(4 * this.#context.timing.pollMs + 50);
  }

  async #live(): Promise<void> {
    await this.#context.eventually('the inbox says that it is live', () => Promise.resolve(this.probe.connection === 'live'));
  }

  #told(batch: EventBatch): readonly BatchWay[] {
    const once = {batch, delayMs: 0};
    return this.repeats ? [once, once] : [once];
  }

  #opened(cut: (error: AdapterError) => void): () => void {
    this.#streams.add(cut);
    if (this.#isDown) {
      this.triedAt.push(performance.now());
      cut(gone());
    }
    return () => void this.#streams.delete(cut);
  }
}

const gone = (): AdapterError => new AdapterError({code: 'network', applied: 'no', message: 'The connection was cut'});

const hastened = (clock: Clock, times: number): Clock => ({
  now: () => clock.now(),
  sleep: (ms, options) => clock.sleep(ms / times, options),
});
