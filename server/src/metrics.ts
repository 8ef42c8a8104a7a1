/** Counters and gauges in the text format of Prometheus. */
export class Metrics {
  readonly #counters = new Map<string, number>();
  readonly #gauges = new Map<string, () => number>();
  readonly #timings = new Map<string, {count: number; seconds: number; buckets: number[]}>();

  /** @param labels as they stand between the braces, e.g. `status="200"`; never an id of a person. */
  count(name: string, labels = '', by = 1): void {
    const key = labels ? `${name}{${labels}}` : name;
    this.#counters.set(key, (this.#counters.get(key) ?? 0) + by);
  }

  gauge(name: string, read: () => number): void {
    this.#gauges.set(name, read);
  }

  time(name: string, seconds: number): void {
    const timing = this.#timings.get(name) ?? {count: 0, seconds: 0, buckets: bounds.map(() => 0)};
    timing.count++;
    timing.seconds += seconds;
    bounds.forEach((bound, index) => {
      if (seconds <= bound) timing.buckets[index] = (timing.buckets[index] ?? 0) + 1;
    });
    this.#timings.set(name, timing);
  }

  text(): string {
    const lines = [...this.#counters].map(([key, value]) => `${key} ${value}`);
    for (const [name, read] of this.#gauges) lines.push(`${name} ${read()}`);
    for (const [name, {count, seconds, buckets}] of this.#timings) {
      bounds.forEach((bound, index) => lines.push(`${name}_bucket{le="${bound}"} ${buckets[index] ?? 0}`));
      lines.push(`${name}_bucket{le="+Inf"} ${count}`, `${name}_sum ${seconds.toFixed(6)}`, `${name}_count ${count}`);
    }
    return `${lines.join('\n')}\n`;
  }
}

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5] as const;
