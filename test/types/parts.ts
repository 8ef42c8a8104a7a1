import type {AdapterContext, Core, OptionalFeatures, SessionFacts} from '../../src/contract/index.js';

/** Parts of a session that only have to have the right type: nothing here ever runs. */
export declare const core: Core;
export declare const facts: SessionFacts;
export declare const groups: OptionalFeatures;
export declare const context: AdapterContext;

/** Compiles only when both types are the same. */
export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export const holds = <_Claim extends true>(): void => undefined;
