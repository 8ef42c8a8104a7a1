import {safeParse} from 'valibot';
import type {AdapterContext, Capabilities, EventBatch, EventCursor, LoopEvent} from '../../../contract/index.js';
import {phase, standsAlone} from '../shapes/event.js';
import {record, typeOf} from '../shapes/values.js';
import {decodeEvent} from './decode-event.js';
import type {Frame} from './frames.js';

/** Events of one transaction; a server that never ends one is no server of this protocol. */
const maxUnfinished = 10_000;

const phaseFrame = record<{readonly phase: EventBatch['phase']}>({phase});

interface BatchesSettings {
  readonly resume: Capabilities['events']['resume'];
  readonly after: EventCursor | undefined;
  readonly log: AdapterContext['log'];
}

/**
 * Puts frames together to batches. The events of one transaction come together: they wait for the last of them, which has the id. So a
 * cursor never stands inside a transaction, and what a broken connection cut off is told again.
 */
export class Batches {
  readonly #settings: BatchesSettings;
  #phase: EventBatch['phase'] = 'live';
  #unfinished: LoopEvent[] = [];
  #events: LoopEvent[] = [];
  #cursor: EventCursor | undefined;

  constructor(settings: BatchesSettings) {
    this.#settings = settings;
  }

  /** @throws what is no protocol at all. */
  take(frames: readonly Frame[]): readonly EventBatch[] {
    const done: EventBatch[] = [];
    for (const frame of frames) {
      if (frame.event === 'phase') {
        if (this.#events.length > 0) done.push(this.#batch());
        this.#enter(frame);
        done.push(this.#batch());
      } else {
        this.#add(frame);
      }
    }
    if (this.#events.length > 0 || this.#cursor !== undefined) done.push(this.#batch());
    return done;
  }

  #enter({data, id}: Frame): void {
    const result = safeParse(phaseFrame, parse(data));
    if (!result.success) throw new Error('a phase that is none');
    this.#phase = result.output.phase;
    // While it catches up, only what has been told counts.
    if (id !== undefined && (this.#phase === 'live' || this.#settings.after === undefined)) this.#cursor = id;
  }

  #add({data, id}: Frame): void {
    const value = parse(data);
    const event = decodeEvent(value, this.#settings.log);
    if (id === undefined && (standsAlone(typeOf(value)) || this.#settings.resume !== 'cursor')) {
      if (event) this.#events.push(event);
      return;
    }
    if (event) this.#unfinished.push(event);
    if (this.#unfinished.length > maxUnfinished) throw new Error('a transaction without end');
    if (id === undefined) return;
    this.#events.push(...this.#unfinished);
    this.#unfinished = [];
    this.#cursor = id;
  }

  #batch(): EventBatch {
    const cursor = this.#cursor;
    const batch = {events: this.#events, phase: this.#phase, ...(cursor !== undefined && {cursor})};
    this.#events = [];
    this.#cursor = undefined;
    return batch;
  }
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return undefined;
  }
}
