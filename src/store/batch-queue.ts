import type {EventBatch} from '../contract/index.js';

interface QueuedBatch {
  readonly batch: EventBatch;
  /** Read here, or told by the tab that read it. */
  readonly as: 'leader' | 'follower';
}

/** Batches pushed by whoever has them, read as a stream of events is. */
export class BatchQueue implements AsyncIterable<QueuedBatch> {
  readonly #waiting: QueuedBatch[] = [];
  #wake = () => {};
  #ended: {readonly error: Error | undefined} | undefined;

  push(batch: EventBatch, as: QueuedBatch['as']): void {
    this.#waiting.push({batch, as});
    this.#wake();
  }

  /** What was pushed before is still read. */
  end(error?: Error): void {
    this.#ended ??= {error};
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<QueuedBatch, void> {
    for (;;) {
      const next = this.#waiting.shift();
      if (next) yield next;
      else if (!this.#ended) await new Promise<void>((resolve) => (this.#wake = resolve));
      else if (this.#ended.error !== undefined) throw this.#ended.error;
      else return;
    }
  }
}
