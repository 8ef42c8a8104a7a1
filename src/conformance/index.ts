export {type CheckId} from './checks/index.js';
export type {Level} from './check.js';
export {report} from './report.js';
export {withFaults, type BatchWay, type CallFate, type CallWay, type FaultPlan} from './faulty-adapter.js';
export {createFetchFaults, type FetchFaults} from './fetch-faults.js';
export type {CheckResult, Results, Verdict} from './results.js';
export {checkConformance, runConformance, type Runner, type Target} from './run.js';
export type {Faults, InboxProbe, OpenInbox, Seed, Setup, Timing} from './target.js';
export {checkList, type CheckInfo} from './check-list.js';
