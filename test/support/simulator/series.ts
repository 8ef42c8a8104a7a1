import fc from 'fast-check';
import {Breach} from './breach.js';
import {Chance} from './chance.js';
import {smallest} from './smallest.js';

/** What a series of plays counted, by the name of what was counted. */
export type Tally = Readonly<Record<string, number>>;

/** One figure of the reliability page: what is promised, and plays that would break it. */
export interface Figure {
  readonly id: string;
  readonly promise: string;
  /** How many plays. */
  readonly counts: {readonly short: number; readonly full: number; readonly long: number};
  /** Plays `count` schedules that begin at `seed`. @throws when one of them breaks the promise */
  run(seed: number, count: number): Promise<Tally>;
}

const chunk = 100;

/** Counts that are the greatest of all, not their sum. */
const greatest = /^(longest|most) /;

export function added(tally: Tally, more: Tally): Tally {
  const sum: Record<string, number> = {...tally};
  for (const [name, value] of Object.entries(more)) sum[name] = greatest.test(name) ? Math.max(sum[name] ?? 0, value) : (sum[name] ?? 0) + value;
  return sum;
}

/** Plays schedules of steps; one that breaks the promise is made as small as it can be and told with its seed. */
export async function playSeries<Step>(
  schedules: fc.Arbitrary<Step[]>,
  seed: number,
  count: number,
  play: (schedule: readonly Step[], seed: number) => Promise<Tally>,
): Promise<Tally> {
  const chance = new Chance(seed);
  let tally: Tally = {};
  for (let done = 0; done < count; done += chunk) {
    const sampled = fc.sample(schedules, {numRuns: Math.min(chunk, count - done), seed: seed + done});
    for (const schedule of sampled) {
      const own = chance.below(1_000_000_000);
      try {
        tally = added(tally, await play(schedule, own));
      } catch (error) {
        throw await told(error, schedule, own, play);
      }
    }
  }
  return tally;
}

async function told<Step>(error: unknown, schedule: readonly Step[], seed: number, play: (schedule: readonly Step[], seed: number) => Promise<Tally>): Promise<Error> {
  if (!(error instanceof Breach)) return error instanceof Error ? error : new Error(String(error));
  const breaks = (shorter: readonly Step[]) =>
    play(shorter, seed).then(
      () => false,
      (other: unknown) => other instanceof Breach && other.rule === error.rule,
    );
  const small = await smallest(schedule, breaks);
  return new Error(`${error.message}\nseed ${seed}, shortest schedule:\n${small.map((step) => JSON.stringify(step)).join('\n')}`, {cause: error});
}
