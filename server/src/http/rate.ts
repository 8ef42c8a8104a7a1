import {tooMany} from '../errors.js';

interface Bucket {
  left: number;
  at: number;
}

const keptBuckets = 50_000;

/** So many calls each second, and so many at once after a pause; for each caller by itself. */
export class RateLimit {
  readonly #buckets = new Map<string, Bucket>();

  constructor(
    private readonly perSecond: number,
    private readonly atOnce: number,
    private readonly now: () => number,
  ) {}

  /** @throws {AdapterError} `rate-limited` with the time to wait. */
  take(key: string): void {
    const now = this.now();
    const bucket = this.#buckets.get(key) ?? {left: this.atOnce, at: now};
    bucket.left = Math.min(this.atOnce, bucket.left + (Math.max(0, now - bucket.at) / 1_000) * this.perSecond);
    bucket.at = now;
    // Last in the map = used last; the one that was quiet longest makes room.
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > keptBuckets) this.#buckets.delete(this.#buckets.keys().next().value ?? '');
    if (bucket.left < 1) throw tooMany(Math.ceil(((1 - bucket.left) / this.perSecond) * 1_000), 'Too many calls');
    bucket.left--;
  }
}
