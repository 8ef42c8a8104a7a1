/** Whatever reaches a tab from outside passes its gate: nothing gets into a killed one, and a frozen one hears of it when it thaws. */
export class Gate {
  #state: 'awake' | 'frozen' | 'dead' = 'awake';
  readonly #missed: (() => void)[] = [];

  get alive(): boolean {
    return this.#state !== 'dead';
  }

  get frozen(): boolean {
    return this.#state === 'frozen';
  }

  readonly enter = (run: () => void): void => {
    if (this.#state === 'awake') run();
    else if (this.#state === 'frozen') this.#missed.push(run);
  };

  /** The same promise as this tab comes to know of it. */
  through<T>(outside: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      outside.then(
        (value) => this.enter(() => resolve(value)),
        (error: unknown) => this.enter(() => reject(error as Error)),
      );
    });
  }

  kill(): void {
    this.#state = 'dead';
    this.#missed.length = 0;
  }

  freeze(): void {
    if (this.#state === 'awake') this.#state = 'frozen';
  }

  thaw(): void {
    if (this.#state !== 'frozen') return;
    this.#state = 'awake';
    for (const run of this.#missed.splice(0)) this.enter(run);
  }
}
