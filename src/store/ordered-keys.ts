/**
 * Keys kept in the order of a value each of them carries. Changed in place: placing one key among 100,000 is a binary search and a
 * move of memory, never a sort.
 */
export class OrderedKeys<Value> {
  readonly #keys: string[] = [];
  readonly #values = new Map<string, Value>();
  readonly #compare: (a: Value, b: Value) => number;
  /** Goes up by one with every change of the order or of the set. */
  version = 0;

  /** @param compare orders two values; equal ones are ordered by key. */
  constructor(compare: (a: Value, b: Value) => number) {
    this.#compare = compare;
  }

  /** In order. The array is changed in place: compare `version`, or take a copy to keep. */
  get keys(): readonly string[] {
    return this.#keys;
  }

  get size(): number {
    return this.#keys.length;
  }

  has(key: string): boolean {
    return this.#values.has(key);
  }

  /** The value `key` was placed with. */
  valueOf(key: string): Value | undefined {
    return this.#values.get(key);
  }

  /** Position of `key`, -1 when it is not there. */
  indexOf(key: string): number {
    const value = this.#values.get(key);
    if (value === undefined) return -1;
    const index = this.#search(key, value);
    return this.#keys[index] === key ? index : -1;
  }

  /** Puts `key` where `value` belongs, or moves it there. */
  place(key: string, value: Value): void {
    const before = this.indexOf(key);
    if (before >= 0) {
      this.#values.set(key, value);
      if (this.#fits(before, key, value)) return;
      this.#keys.splice(before, 1);
    } else {
      this.#values.set(key, value);
    }
    this.#keys.splice(this.#search(key, value), 0, key);
    this.version++;
  }

  remove(key: string): void {
    const index = this.indexOf(key);
    if (index < 0) return;
    this.#keys.splice(index, 1);
    this.#values.delete(key);
    this.version++;
  }

  clear(): void {
    if (this.#keys.length === 0) return;
    this.#keys.length = 0;
    this.#values.clear();
    this.version++;
  }

  #fits(index: number, key: string, value: Value): boolean {
    const previous = this.#keys[index - 1];
    const following = this.#keys[index + 1];
    return (
      (previous === undefined || this.#order(previous, key, value) < 0) &&
      (following === undefined || this.#order(following, key, value) > 0)
    );
  }

  /** First index whose entry does not come before (value, key). */
  #search(key: string, value: Value): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#order(this.#keys[middle] ?? '', key, value) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Compares the entry `other` with (value, key). */
  #order(other: string, key: string, value: Value): number {
    const otherValue = this.#values.get(other);
    if (otherValue === undefined) return -1;
    return this.#compare(otherValue, value) || (other < key ? -1 : other > key ? 1 : 0);
  }
}
