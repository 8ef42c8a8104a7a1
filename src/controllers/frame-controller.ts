import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** While a page is hidden no frame comes; then the rest is rendered after this time. */
const hiddenMs = 100;

/**
 * Paces the renders of a windowed list: the first change of a frame at once, the rest together in that frame. Its host asks for its
 * turn in `scheduleUpdate`:
 *
 * ```ts
 * protected override scheduleUpdate() {
 *   const turn = this.#frame.turn();
 *   return turn ? turn.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
 * }
 * ```
 */
export class FrameController implements ReactiveController {
  #waiting: Promise<void> | undefined;
  #end: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Undefined: render now. Otherwise wait for it. */
  turn(): Promise<void> | undefined {
    const waiting = this.#waiting;
    if (waiting) return waiting.then(() => this.#begin());
    this.#begin();
    return undefined;
  }

  hostDisconnected(): void {
    this.#end?.();
  }

  #begin(): void {
    this.#waiting ??= new Promise<void>((resolve) => {
      const end = () => {
        cancelAnimationFrame(frame);
        clearTimeout(timer);
        this.#waiting = undefined;
        this.#end = undefined;
        resolve();
      };
      const frame = requestAnimationFrame(end);
      const timer = setTimeout(end, hiddenMs);
      this.#end = end;
    });
  }
}
