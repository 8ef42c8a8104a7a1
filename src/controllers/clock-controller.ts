import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Inbox} from '../store/inbox.js';

const minuteMs = 60_000;

/** Renders its host again with each minute (or other step) while it is in the page, so that relative times stay true. */
export class ClockController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #source: {readonly inbox: Inbox | undefined};
  readonly #step: () => number;
  #inbox: Inbox | undefined;
  #stepMs = minuteMs;
  #stop: AbortController | undefined;

  /** @param step ms between two renders; read after each render. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    source: {readonly inbox: Inbox | undefined},
    step: () => number = () => minuteMs,
  ) {
    this.#host = host;
    this.#step = step;
    this.#source = source;
    host.addController(this);
  }

  /** The backend's time as far as it is known, ms since the epoch. */
  get now(): number {
    const {inbox} = this.#source;
    return inbox ? inbox.ports.clock.now() + inbox.state.serverOffsetMs : Date.now();
  }

  /** This machine's time, which the inbox's own timers go by. */
  get local(): number {
    return this.#source.inbox?.ports.clock.now() ?? Date.now();
  }

  hostUpdated(): void {
    const {inbox} = this.#source;
    const stepMs = this.#step();
    if (!this.#host.isConnected || (inbox === this.#inbox && stepMs === this.#stepMs && this.#stop)) return;
    this.#stop?.abort();
    this.#inbox = inbox;
    this.#stepMs = stepMs;
    this.#stop = undefined;
    if (inbox) void this.#tick(inbox, stepMs, (this.#stop = new AbortController()).signal);
  }

  hostDisconnected(): void {
    this.#stop?.abort();
    this.#stop = undefined;
  }

  async #tick({ports: {clock}}: Inbox, stepMs: number, signal: AbortSignal): Promise<void> {
    try {
      for (;;) {
        await clock.sleep(stepMs - (clock.now() % stepMs), {signal});
        this.#host.requestUpdate();
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}
