/**
 * Records by id. A record is replaced, never changed in place, so identity means "unchanged";
 * the table itself is changed in place, so a write costs the same at 50 records and at 50,000.
 */
export class EntityTable<T> {
  readonly #records = new Map<string, T>();
  /** Goes up by one with every write. */
  version = 0;

  get size(): number {
    return this.#records.size;
  }

  get(id: string): T | undefined {
    return this.#records.get(id);
  }

  has(id: string): boolean {
    return this.#records.has(id);
  }

  put(id: string, record: T): void {
    if (this.#records.get(id) === record) return;
    this.#records.set(id, record);
    this.version++;
  }

  delete(id: string): void {
    if (this.#records.delete(id)) this.version++;
  }

  clear(): void {
    if (this.#records.size === 0) return;
    this.#records.clear();
    this.version++;
  }

  /** In order of first insertion. */
  values(): IterableIterator<T> {
    return this.#records.values();
  }

  keys(): IterableIterator<string> {
    return this.#records.keys();
  }
}
