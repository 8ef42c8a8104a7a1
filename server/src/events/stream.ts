import type {LoopEvent} from '../../../src/contract/index.js';
import {lineFrame, passingFrame, phaseFrame, ping} from './frames.js';
import {linesFor, type Reading} from './project.js';

export interface StreamSettings {
  readonly account: string;
  readonly agent: string;
  readonly epoch: string;
  readonly position: number;
  readonly maxBacklogBytes: number;
  onEnd(stream: EventStream): void;
}

/** A quiet agent is told a newer position after so many events that were not for them. */
const quietEvents = 1_000;

/** One agent's open connection. Writes frames; ends when its reader is gone or too slow. */
export class EventStream {
  readonly account: string;
  readonly agent: string;
  readonly body: ReadableStream<Uint8Array>;
  /** Everything up to here has been told, or was not for this agent. */
  position: number;
  isLive = false;
  isOver = false;
  readonly #settings: StreamSettings;
  readonly #encoder = new TextEncoder();
  #named: number;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;

  constructor(settings: StreamSettings) {
    this.#settings = settings;
    this.account = settings.account;
    this.agent = settings.agent;
    this.position = settings.position;
    this.#named = settings.position;
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => void (this.#controller = controller),
        cancel: () => this.end(),
      },
      new ByteLengthQueuingStrategy({highWaterMark: 0}),
    );
  }

  take({told, last}: Reading): void {
    const lines = linesFor(told, this.agent, this.position);
    this.position = Math.max(this.position, last);
    if (lines.length === 0) return;
    this.#named = lines.findLast(({id}) => id !== undefined)?.id ?? this.#named;
    this.#write(lines.map((line) => lineFrame(this.#settings.epoch, line)).join(''));
  }

  pass(event: LoopEvent): void {
    this.#write(passingFrame(event));
  }

  /** @param seq where to go on; only the end of a transaction. */
  phase(phase: 'live' | 'catching-up', seq = this.position): void {
    this.#named = seq;
    this.#write(phaseFrame(this.#settings.epoch, seq, phase));
  }

  /** The gap can't be filled; what follows goes on from here. */
  reset(event: Extract<LoopEvent, {type: 'reset'}>): void {
    this.#named = this.position;
    this.#write(lineFrame(this.#settings.epoch, {type: event.type, data: JSON.stringify(event), id: this.position}));
  }

  ping(): void {
    if (this.isLive && this.position - this.#named > quietEvents) this.phase('live');
    else this.#write(ping);
  }

  end(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.#settings.onEnd(this);
    try {
      this.#controller?.close();
    } catch {
      // Its reader cancelled it: closed already.
    }
  }

  #write(frames: string): void {
    if (this.isOver || !this.#controller) return;
    const backlog = -(this.#controller.desiredSize ?? 0);
    // It comes back with its cursor and is told the rest; what it does not read is not kept for it.
    if (backlog > this.#settings.maxBacklogBytes) return this.end();
    this.#controller.enqueue(this.#encoder.encode(frames));
  }
}
