import type {Level} from './check.js';
import type {CheckId} from './checks/index.js';

/**
 * 'not proven': the target gives no means to find out. 'not declared': the adapter does not claim to have it. 'skipped': the target
 * asked for it, with a reason. Only 'passed' counts as proven.
 */
export type Verdict = 'passed' | 'failed' | 'skipped' | 'not proven' | 'not declared';

export interface CheckResult {
  readonly id: CheckId;
  readonly level: Level;
  readonly title: string;
  readonly verdict: Verdict;
  /** Why it failed, was skipped or could not run. */
  readonly reason?: string;
  readonly ms: number;
}

export interface Results {
  /** Name of the target. */
  readonly target: string;
  readonly checks: readonly CheckResult[];
}
