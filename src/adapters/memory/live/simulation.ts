import type {Id} from '../../../contract/index.js';
import type {MemoryBackend} from '../backend/backend.js';
import {Colleagues} from './colleagues.js';
import {Customers} from './customers.js';
import {Cues} from './cues.js';

export interface SimulationSettings {
  /** 2 is twice as fast. */
  readonly pace: number;
  /** Agents who are here themselves: nobody plays them. */
  present(): ReadonlySet<Id>;
}

/**
 * Lets customers and colleagues act at a calm pace: something after 5 s, then every 6 to 20 s. Same seed, same clock, same events.
 *
 * @returns ends it; no job of it is left.
 */
export function startSimulation(desk: MemoryBackend, {pace, present}: SimulationSettings): () => void {
  const cues = new Cues(desk, pace);
  const customers = new Customers(desk, cues, present);
  const colleagues = new Colleagues(desk, cues, present);
  const acts: readonly (() => boolean)[] = [
    () => customers.writeOn(),
    () => customers.writeOn(),
    () => customers.writeOn(),
    () => customers.begin(),
    () => colleagues.answer(),
    () => colleagues.answer(),
    () => colleagues.note(),
    () => colleagues.look(),
    () => colleagues.tidy(),
  ];
  const step = () => {
    // What cannot be done now (nobody waits, nobody is there) leaves its turn to the customers.
    if (!desk.random.pick(acts)?.()) customers.writeOn();
    cues.after(6_000, 20_000, step);
  };
  // The first thing is seen at once: who opens a live desk waits for it.
  cues.after(4_000, 5_000, () => {
    if (!customers.writeOn('at once') && !colleagues.look()) customers.begin();
    cues.after(6_000, 20_000, step);
  });
  const unfollow = customers.follow();
  return () => {
    unfollow();
    cues.stop();
  };
}
