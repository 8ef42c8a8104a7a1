import {readdirSync, readFileSync} from 'node:fs';
import {setTimeout as sleep} from 'node:timers/promises';

// Linux alone tells of processes in files.

/** No driver tells which process a page has: it is the one that works when the page does. @param browser the process of all of it */
export async function processOf(work: () => Promise<unknown>, browser: number): Promise<number> {
  const before = new Map(childrenOf(browser).map((pid) => [pid, workOf(pid)]));
  await work();
  const worked = childrenOf(browser).map((pid) => [pid, workOf(pid) - (before.get(pid) ?? 0)] as const);
  return worked.reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

/** Keeps a page at work for `processOf`. */
export const busyPage = 'for (const until = performance.now() + 150; performance.now() < until; );';

/** Holds a process still. @returns the time (ms) at which that began */
export async function holdStill(pid: number, ms: number): Promise<number> {
  const at = performance.now();
  process.kill(pid, 'SIGSTOP');
  await sleep(ms);
  process.kill(pid, 'SIGCONT');
  return at;
}

/** Ends a process and all that it began. */
export function endWhole(parent: number): void {
  for (const pid of [parent, ...childrenOf(parent)]) end(pid);
}

export function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went with another one.
  }
}

const statOf = (pid: number): string[] => readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');

/** Clock ticks in which it has run. */
const workOf = (pid: number): number => Number(statOf(pid)[11]);

function childrenOf(parent: number): number[] {
  const all = readdirSync('/proc').map(Number).filter((pid) => pid > 0);
  const parents = new Map(all.flatMap((pid) => {
    try {
      return [[pid, Number(statOf(pid)[1])] as const];
    } catch {
      return []; // It has ended meanwhile.
    }
  }));
  const descends = (pid: number): boolean => {
    const from = parents.get(pid);
    return from !== undefined && (from === parent || descends(from));
  };
  return all.filter(descends);
}
