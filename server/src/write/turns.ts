/** Works on the same thing wait for each other within a node, without a connection: only another node can get in between. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs when all that came earlier under this key have ended, however they did. */
  async take<T>(key: string, run: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key);
    const mine = before ? before.then(run, run) : run();
    this.#last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#last.get(key) === mine) this.#last.delete(key);
    }
  }
}
