import {defaultChoices, maxUndoSendMs, type Choices} from './choices.js';
import type {Keeper} from './keeper.js';
import type {Runtime} from './runtime.js';
import type {Tabs} from './tabs.js';

export type Choose = (change: Partial<Choices>) => void;

/** The choices of the agent: in the state, in what the browser keeps, and in the other tabs. */
export class OwnChoices {
  readonly #runtime: Runtime;
  readonly #keeper: Keeper;
  readonly #tabs: Tabs;
  /** Made while nobody knew what is kept: written now they would take the place of all of it. */
  #early: Partial<Choices> = {};

  constructor(runtime: Runtime, keeper: Keeper, tabs: Tabs) {
    this.#runtime = runtime;
    this.#keeper = keeper;
    this.#tabs = tabs;
    tabs.on('choices', (choices) => runtime.commit((state) => (state.choices = choices)));
  }

  readonly choose: Choose = (change) => {
    this.#runtime.commit((state) => {
      const undoSendMs = Math.min(Math.max(0, change.undoSendMs ?? state.choices.undoSendMs), maxUndoSendMs);
      state.choices = {...state.choices, ...change, undoSendMs};
    });
    if (this.#keeper.isOpening || this.#keeper.isLost) this.#early = laidOver(this.#early, change);
    if (!this.#keeper.isOpening) this.#keep();
  };

  /** Shows what was kept, under what was chosen until it was read. */
  restore(kept: Partial<Choices> | undefined): void {
    const early = this.#early;
    this.#early = {};
    this.#runtime.commit((state) => (state.choices = laidOver({...defaultChoices, ...state.choices, ...kept}, early)));
    if (Object.keys(early).length > 0) this.#keep();
  }

  clear(): void {
    this.#early = {};
  }

  #keep(): void {
    const {choices} = this.#runtime.state;
    void this.#keeper.write({putChoices: choices});
    this.#tabs.post({type: 'choices', value: choices});
  }
}

/** What is kept by view or conversation, each for itself. */
function laidOver<T extends Partial<Choices>>(below: T, {sorts, filters, readUpTo, ...change}: Partial<Choices>): T {
  return {
    ...below,
    ...change,
    ...(sorts && {sorts: {...below.sorts, ...sorts}}),
    ...(filters && {filters: {...below.filters, ...filters}}),
    ...(readUpTo && {readUpTo: {...below.readUpTo, ...readUpTo}}),
  };
}
