import {readdirSync, readFileSync} from 'node:fs';

/** Of what `/proc` counts. */
const ticksPerSecond = 100;

/** Seconds of processor time that a process and its children have used so far; NaN where there is no `/proc`. */
export function processorSeconds(pid: number | undefined): number {
  if (pid === undefined) return NaN;
  try {
    const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (readOne(Number(name)) ?? []) : []));
    const mine = all.filter((one) => one.pid === pid || one.parent === pid);
    return mine.length > 0 ? mine.reduce((sum, {ticks}) => sum + ticks, 0) / ticksPerSecond : NaN;
  } catch {
    return NaN;
  }
}

function readOne(pid: number): {readonly pid: number; readonly parent: number; readonly ticks: number} | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, may hold spaces.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return {pid, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12])};
  } catch {
    return undefined;
  }
}
