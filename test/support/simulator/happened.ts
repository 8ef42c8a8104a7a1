import type {CallWay} from '../../../src/conformance/faulty-adapter.js';
import type {Tally} from './series.js';

/** The faults that a figure has to have gone through: one that never happened proves nothing. */
const callFaults = ['request lost', 'answer lost after the deed', '500 after the deed'] as const;
const storageFaults = ['storage full', 'storage denied'] as const;

export const sendFaults = [
  ...callFaults,
  ...storageFaults,
  'storage wiped',
  'never answered',
  'request late',
  'answer after its event',
  'event twice',
  'event out of order',
  'connection cut',
  '401',
  '413',
  '429',
  'clock set',
  'tab gone with a message in hand',
  'tab frozen with a message in hand',
  'message in hand of two tabs',
  'somebody else signed in',
  'inbox taken out with a message in hand',
  'adapter set with a message in hand',
  'sign-in revoked',
  'agent signed out',
  'conversation gone with a message in hand',
  'message called back that another tab has in hand',
  'message with a file',
  'file unreadable',
  'Retry ten times',
] as const;

export const composerFaults = [...callFaults, ...storageFaults, 'session expired', 'tab killed with a draft', 'tab reloaded with a draft', 'draft in two tabs'] as const;

export const gapFaults = ['connection cut', 'away for seconds', 'away for hours', 'more missed than a page holds', 'edited or deleted meanwhile', 'cursor run out'] as const;

export const tabFaults = ['connection cut', 'leader killed', 'leader frozen', 'leader hidden', 'tab frozen'] as const;

export const archiveFaults = ['customer wrote while it was held', 'customer wrote while nobody heard', 'archive taken back', 'page gone with an archive in hand', 'connection lost with an archive in hand', 'another page opened with an archive in hand'] as const;

export const replyFaults = ['colleague answered while it was written', 'customer wrote while it was written', 'sent all the same', 'not sent after all', 'connection lost'] as const;

export type Fault = (typeof sendFaults | typeof composerFaults | typeof gapFaults | typeof tabFaults | typeof archiveFaults | typeof replyFaults)[number];

const prefix = 'fault ';

/** Counts the faults that truly happened in one play. */
export class Happened {
  readonly #counts = new Map<Fault, number>();

  count(fault: Fault): void {
    this.#counts.set(fault, (this.#counts.get(fault) ?? 0) + 1);
  }

  /** A call of `sendMessage` goes this way. */
  sending({fate, outMs = 0, backMs = 0}: CallWay): void {
    if (fate === 'lost-before') this.count('request lost');
    if (fate === 'lost-after') this.count('answer lost after the deed');
    if (fate === 'silent-before' || fate === 'silent-after') this.count('never answered');
    if (outMs >= 1_000) this.count('request late');
    if (fate === 'answered' && backMs >= 2_000) this.count('answer after its event');
    if (typeof fate !== 'object') return;
    if (fate.code === 'unavailable' && fate.committed) this.count('500 after the deed');
    if (fate.status === 401) this.count('401');
    if (fate.status === 413) this.count('413');
    if (fate.status === 429) this.count('429');
  }

  tally(faults: readonly Fault[]): Tally {
    return Object.fromEntries(faults.map((fault) => [`${prefix}${fault}`, this.#counts.get(fault) ?? 0]));
  }
}

/** What is counted apart instead of broken, by its name, and how much of all sends it may be at most. */
export const excuses = {
  young: {name: 'gone with its tab before any storage could take it', share: 1 / 50},
  unkept: {name: 'gone with a tab that could keep nothing', share: 1 / 20},
  wiped: {name: 'gone with a wiped storage', share: 1 / 50},
  signedOut: {name: 'gone with an agent who was signed out', share: 2 / 25},
  doubled: {name: 'doubled where neither storage nor lock could tell', share: 1 / 1_000},
  overtaken: {name: 'overtaken by a page that could not read the storage', share: 1 / 200},
} as const satisfies Readonly<Record<string, {readonly name: string; readonly share: number}>>;

export type Excuse = keyof typeof excuses;

/** How often each fault has to happen in so many schedules. */
const leastOften = (schedules: number): number => Math.ceil(schedules / 10);

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;

/** Why the figures of a run prove less than they seem to: faults that happened too seldom, excuses that are not rare. */
export function doubtsOf(tally: Tally): string[] {
  const {schedules = 0, sends = 0} = tally;
  const least = leastOften(schedules);
  const seldom = Object.entries(tally).filter(([name, times]) => name.startsWith(prefix) && times < least);
  // Few sends prove no share.
  const often = Object.values(excuses).filter(({name, share}) => (tally[name] ?? 0) > 2 + sends * share);
  return [
    ...seldom.map(([name, times]) => `${name}: ${times}, of ${least} at least`),
    ...often.map(({name, share}) => `${name}: ${percent((tally[name] ?? 0) / sends)}, of ${percent(share)} at most`),
  ];
}

/** What was counted, in lines to read: first what was played, then what was excused, then the faults. */
export function toldOf(tally: Tally): string[] {
  const entries = Object.entries(tally);
  const excused = Object.values(excuses).filter(({name}) => name in tally);
  const rest = entries.filter(([name]) => !name.startsWith(prefix) && !excused.some((excuse) => excuse.name === name));
  const faults = entries.filter(([name]) => name.startsWith(prefix));
  const line = (counted: readonly (readonly [string, number])[]) => counted.map(([name, count]) => `${name}: ${Math.round(count).toLocaleString('en')}`).join(' · ');
  return [
    line(rest),
    ...excused.map(({name, share}) => `${name}: ${tally[name]}, ${percent((tally[name] ?? 0) / (tally.sends ?? 1))} of at most ${percent(share)}`),
    ...(faults.length > 0 ? [`faults, each ${leastOften(tally.schedules ?? 0).toLocaleString('en')} times at least: ${line(faults.map(([name, count]) => [name.slice(prefix.length), count]))}`] : []),
  ];
}
