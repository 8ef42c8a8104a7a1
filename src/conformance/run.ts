import {ClaimFailed, NotDeclared, NotProven} from './claims.js';
import type {Check} from './check.js';
import {checks, type CheckId} from './checks/index.js';
import {CheckContext} from './context.js';
import type {CheckResult, Results, Verdict} from './results.js';
import {defaultTiming, type Setup, type Timing} from './target.js';
import {within} from './waiting.js';

/** An adapter with the backend it is tried on. */
export interface Target {
  readonly name: string;
  /** A fresh adapter on a backend of its own, or on a shared one where nothing else disturbs; called once for each check. */
  setup(): Promise<Setup>;
  /** Checks to leave out, each with the reason, which is printed. */
  readonly skip?: Readonly<Partial<Record<CheckId, string>>>;
  readonly timing?: Partial<Timing>;
}

/** What the suite needs of a test runner: vitest, Mocha, web-test-runner and node:test have it. */
export interface Runner {
  describe(name: string, define: () => void): unknown;
  test(name: string, run: (this: unknown, ...given: unknown[]) => Promise<void>): unknown;
}

/**
 * Defines one test for each check. A check that proves nothing is told to the runner as skipped where it can say so.
 *
 * @param only ids of the checks to run; absent: all.
 * @returns the results, which fill as the runner goes on.
 * @throws {Error} for ids that do not exist and skips without a reason.
 */
export function runConformance(target: Target, runner: Runner, only?: readonly CheckId[]): Results {
  const chosen = choose(target, only);
  const found: CheckResult[] = [];
  runner.describe(`${target.name} conforms to the adapter contract`, () => {
    for (const check of chosen) {
      // No named parameter: Mocha takes one for a callback.
      runner.test(`${check.id}: ${check.title}`, async function (...given) {
        const result = await runCheck(target, check);
        found.push(result);
        if (result.verdict === 'failed') throw new ClaimFailed(result.reason ?? check.title);
        if (result.verdict !== 'passed') sayLeftOut(this, given[0], `${result.verdict}: ${result.reason ?? ''}`);
      });
    }
  });
  return {target: target.name, checks: found};
}

/** Runs the checks one after the other without a test runner, e.g. for a report. */
export async function checkConformance(target: Target, {only}: {only?: readonly CheckId[]} = {}): Promise<Results> {
  const results: CheckResult[] = [];
  for (const check of choose(target, only)) results.push(await runCheck(target, check));
  return {target: target.name, checks: results};
}

async function runCheck(target: Target, check: Check<CheckId>): Promise<CheckResult> {
  const began = performance.now();
  const {verdict, reason} = await judge(target, check);
  const {id, level, title} = check;
  return {id, level, title, verdict, reason, ms: Math.round(performance.now() - began)};
}

async function judge(target: Target, check: Check<CheckId>): Promise<{readonly verdict: Verdict; readonly reason?: string}> {
  const skip = target.skip?.[check.id];
  if (skip !== undefined) return {verdict: 'skipped', reason: skip};
  const timing: Timing = {...defaultTiming, ...target.timing};
  let setup: Setup | undefined;
  let context: CheckContext | undefined;
  const attempt = async () => {
    setup = await target.setup();
    context = await CheckContext.open(setup, timing);
    await check.run(context);
  };
  const verdict = await within(attempt(), timing.checkMs, `the check comes to an end`).then(() => ({verdict: 'passed' as const}), toVerdict);
  const tidy = async () => {
    await context?.close();
    await setup?.teardown();
  };
  const tidied = await within(tidy(), timing.checkMs, 'closing the sessions and the target comes to an end').then(() => undefined, toVerdict);
  return verdict.verdict === 'passed' && tidied ? tidied : verdict;
}

function toVerdict(error: unknown): {readonly verdict: Verdict; readonly reason: string} {
  if (error instanceof NotProven) return {verdict: 'not proven', reason: error.message};
  if (error instanceof NotDeclared) return {verdict: 'not declared', reason: error.message};
  if (error instanceof ClaimFailed) return {verdict: 'failed', reason: error.message};
  return {verdict: 'failed', reason: `Unexpected: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`};
}

function choose({skip = {}}: Target, only: readonly CheckId[] | undefined): readonly Check<CheckId>[] {
  const known = new Set<string>(checks.map(({id}) => id));
  const unknown = [...Object.keys(skip), ...(only ?? [])].filter((id) => !known.has(id));
  if (unknown.length > 0) throw new Error(`There is no conformance check ${unknown.join(', ')}`);
  const silent = Object.entries(skip).filter(([, reason]) => !reason?.trim());
  if (silent.length > 0) throw new Error(`A skipped check needs a reason: ${silent.map(([id]) => id).join(', ')}`);
  return only ? checks.filter(({id}) => only.includes(id)) : checks;
}

/** vitest and node:test hand their context in, Mocha has it as `this`. */
function sayLeftOut(self: unknown, given: unknown, why: string): void {
  for (const context of [given, self] as readonly ({skip?: (why: string) => void} | undefined)[]) {
    if (typeof context?.skip === 'function') return context.skip(why);
  }
}
