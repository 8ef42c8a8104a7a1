import {maxUndoSendMs, type Choices} from './choices.js';
import type {Keeper} from './keeper.js';
import type {Runtime} from './runtime.js';
import type {Tabs} from './tabs.js';

export type Choose = (change: Partial<Choices>) => void;

/** Puts a choice of the agent into the state, into what the browser keeps, and into the other tabs. */
export const makeChoose = (runtime: Runtime, keeper: Keeper, tabs: Tabs): Choose => (change) => {
  runtime.commit((state) => {
    const undoSendMs = Math.min(Math.max(0, change.undoSendMs ?? state.choices.undoSendMs), maxUndoSendMs);
    state.choices = {...state.choices, ...change, undoSendMs};
  });
  void keeper.write({putChoices: runtime.state.choices});
  tabs.post({type: 'choices', value: runtime.state.choices});
};
