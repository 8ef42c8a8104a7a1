import type {Page} from 'puppeteer-core';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** µs */
  readonly ts: number;
  readonly dur?: number;
  /** µs of a processor: what others of the machine took in between is not in it. */
  readonly tdur?: number;
}

const task = 'ThreadControllerImpl::RunTask';

/**
 * The longest task of a page between marks (`performance.mark`) that `work` makes it set, in ms of a processor: the same on a busy machine and, nearly,
 * on one that does nothing else. One longest task for each pair of marks; Chromium only.
 */
export async function longestTasks(page: Page, marks: readonly string[], work: () => Promise<void>): Promise<number[]> {
  await page.tracing.start({categories: ['toplevel', 'blink.user_timing']});
  await work();
  const trace = await page.tracing.stop();
  const {traceEvents} = JSON.parse(new TextDecoder().decode(trace)) as {readonly traceEvents: readonly TraceEvent[]};
  const set = marks.map((mark) => traceEvents.findLast(({name}) => name === mark));
  return set.slice(1).map((end, index) => {
    const begin = set[index];
    if (!begin || !end) throw new Error(`The page set no mark ${marks[index]} or ${marks[index + 1]}`);
    const within = traceEvents.filter(
      ({name, pid, tid, ts, dur = 0}) => name === task && pid === begin.pid && tid === begin.tid && ts + dur > begin.ts && ts + dur <= end.ts,
    );
    return Math.max(0, ...within.map(({dur = 0, tdur = dur}) => tdur)) / 1000;
  });
}
