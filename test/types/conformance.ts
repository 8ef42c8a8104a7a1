import {runConformance, type CheckId, type Runner, type Target} from '../../src/conformance/index.js';

declare const target: Target;
declare const runner: Runner;

export const known: CheckId = 'list/pages-cover-all-once';

// @ts-expect-error there is no such check
export const unknown: CheckId = 'list/pages';

// @ts-expect-error a misspelt skip does not compile
export const skipping: Target = {...target, skip: {'list/pages': 'slow'}};

// @ts-expect-error a skip has a reason
export const silent: Target = {...target, skip: {'list/limit-respected': true}};

runConformance(target, runner, ['get/not-found']);
// @ts-expect-error there is no such check
runConformance(target, runner, ['get/found']);
