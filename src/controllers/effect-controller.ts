import type {ReactiveController, ReactiveControllerHost} from 'lit';

type Stop = () => void;

/** Keeps something going while its host is in the page: starts it after a render, and anew whenever what it depends on has changed. */
export class EffectController<const Dependencies extends readonly unknown[]> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #depends: () => Dependencies;
  readonly #start: (...dependencies: Dependencies) => Stop | undefined;
  #running: {readonly dependencies: Dependencies; readonly stop: Stop | undefined} | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    depends: () => Dependencies,
    start: (...dependencies: Dependencies) => Stop | undefined,
  ) {
    this.#host = host;
    this.#depends = depends;
    this.#start = start;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    if (!this.#host.isConnected) return;
    const dependencies = this.#depends();
    const before = this.#running?.dependencies;
    if (before?.every((each, index) => Object.is(each, dependencies[index]))) return;
    this.#stop();
    this.#running = {dependencies, stop: this.#start(...dependencies)};
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    this.#running?.stop?.();
    this.#running = undefined;
  }
}
