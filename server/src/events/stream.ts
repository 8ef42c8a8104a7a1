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

/** Counts are told to have changed at most this often, together with the events they changed by; the inbox reads them again when it shows them. */
const countsEveryMs = 500;
/** What changed in between is told with the next event, or after so long. */
const countsLatestMs = 1_000;

/** Where the frames go. */
export interface Sink {
  write(bytes: Uint8Array): void;
  /** Bytes that its reader has not taken yet. */
  backlog(): number;
  close(): void;
}

/** One agent's open connection. Writes frames; ends when its reader is gone or too slow. */
export class EventStream {
  readonly account: string;
  readonly agent: string;
  /** Everything up to here has been told, or was not for this agent. */
  position: number;
  isLive = false;
  isOver = false;
  readonly #settings: StreamSettings;
  readonly #encoder = new TextEncoder();
  #named: number;
  #countsAt = -Infinity;
  #countsTimer: NodeJS.Timeout | undefined;
  #sink: Sink | undefined;
  /** Written before anybody took it up. */
  #early: Uint8Array[] = [];

  constructor(settings: StreamSettings) {
    this.#settings = settings;
    this.account = settings.account;
    this.agent = settings.agent;
    this.position = settings.position;
    this.#named = settings.position;
  }

  /** Gives the frames to somebody; they are told to nobody else. */
  to(sink: Sink): void {
    this.#sink = sink;
    for (const bytes of this.#early) sink.write(bytes);
    this.#early = [];
    if (this.isOver) sink.close();
  }

  take({told, last}: Reading): void {
    const lines = linesFor(told, this.agent, this.position);
    this.position = Math.max(this.position, last);
    if (lines.length === 0) return;
    this.#named = lines.findLast(({id}) => id !== undefined)?.id ?? this.#named;
    this.#write(lines.map((line) => lineFrame(this.#settings.epoch, line)).join('') + this.#counts());
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
    clearTimeout(this.#countsTimer);
    this.#settings.onEnd(this);
    this.#sink?.close();
  }

  /** That counts have changed, if it is time to say so; otherwise it is said later. */
  #counts(): string {
    if (!this.isLive || this.isOver) return '';
    const now = performance.now();
    if (now - this.#countsAt < countsEveryMs) {
      this.#countsTimer ??= setTimeout(() => this.#write(this.#countsFrame()), countsLatestMs);
      return '';
    }
    return this.#countsFrame();
  }

  #countsFrame(): string {
    clearTimeout(this.#countsTimer);
    this.#countsTimer = undefined;
    this.#countsAt = performance.now();
    return passingFrame({type: 'counts.changed'});
  }

  #write(frames: string): void {
    if (this.isOver) return;
    const bytes = this.#encoder.encode(frames);
    if (!this.#sink) return void this.#early.push(bytes);
    // It comes back with its cursor and is told the rest; what it does not read is not kept for it.
    if (this.#sink.backlog() > this.#settings.maxBacklogBytes) return this.end();
    this.#sink.write(bytes);
  }
}
