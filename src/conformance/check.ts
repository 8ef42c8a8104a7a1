import type {CheckContext} from './context.js';

/** core: every adapter passes it. feature: only where it is declared. resilience: needs the target's fault hooks. */
export type Level = 'core' | 'feature' | 'resilience';

/** One named duty of an adapter. */
export interface Check<Id extends string = string> {
  readonly id: Id;
  readonly level: Level;
  /** What an adapter does that passes; reads on from 'An adapter …'. */
  readonly title: string;
  /** Throws `ClaimFailed`, `NotProven` or `NotDeclared`; each run has a backend of its own. */
  run(t: CheckContext): Promise<void>;
}

/** Keeps the ids as literal types, so that a misspelt one does not compile. */
export const defineChecks = <const Checks extends readonly Check[]>(checks: Checks): Checks => checks;
