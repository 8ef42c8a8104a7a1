export {createRequestTrackerAdapter} from './request-tracker-adapter.js';
export type {DenySentences, RequestTrackerOptions, Statuses} from './options.js';
