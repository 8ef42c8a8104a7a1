import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Inbox} from '../store/inbox.js';

const minuteMs = 60_000;

/** Renders its host again with each minute while it is in the page, so that relative times stay true. */
export class ClockController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #source: {readonly inbox: Inbox | undefined};
  #inbox: Inbox | undefined;
  #stop: AbortController | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, source: {readonly inbox: Inbox | undefined}) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  /** The backend's time as far as it is known, ms since the epoch. */
  get now(): number {
    const {inbox} = this.#source;
    return inbox ? inbox.ports.clock.now() + inbox.state.serverOffsetMs : Date.now();
  }

  hostUpdated(): void {
    const {inbox} = this.#source;
    if (!this.#host.isConnected || (inbox === this.#inbox && this.#stop)) return;
    this.#stop?.abort();
    this.#inbox = inbox;
    this.#stop = undefined;
    if (inbox) void this.#tick(inbox, (this.#stop = new AbortController()).signal);
  }

  hostDisconnected(): void {
    this.#stop?.abort();
    this.#stop = undefined;
  }

  async #tick({ports: {clock}}: Inbox, signal: AbortSignal): Promise<void> {
    try {
      for (;;) {
        await clock.sleep(minuteMs - (clock.now() % minuteMs), {signal});
        this.#host.requestUpdate();
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}
