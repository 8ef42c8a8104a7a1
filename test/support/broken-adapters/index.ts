import {errorSins} from './error-sins.js';
import {eventSins} from './event-sins.js';
import {featureSins} from './feature-sins.js';
import {inboxSins} from './inbox-sins.js';
import {listSins} from './list-sins.js';
import {messageSins} from './message-sins.js';
import {sendSins} from './send-sins.js';
import {sessionSins} from './session-sins.js';
import type {Sin} from './sin.js';
import {stateSins} from './state-sins.js';

export {brokenTarget, type Sin} from './sin.js';

export const sins: readonly Sin[] = [
  ...sessionSins,
  ...listSins,
  ...messageSins,
  ...sendSins,
  ...stateSins,
  ...eventSins,
  ...featureSins,
  ...errorSins,
  ...inboxSins,
];
