import type {Check} from '../check.js';
import {archiveChecks} from './archive.js';
import {closeChecks} from './close.js';
import {connectChecks} from './connect.js';
import {contactChecks} from './contacts.js';
import {entityChecks} from './entities.js';
import {errorChecks} from './errors.js';
import {eventChecks} from './events.js';
import {fileChecks} from './files.js';
import {listChecks} from './lists.js';
import {messageChecks} from './messages.js';
import {notificationChecks} from './notifications.js';
import {organisingChecks} from './organising.js';
import {peopleChecks} from './people.js';
import {resumeChecks} from './resume.js';
import {sendFaultChecks} from './send-faults.js';
import {sendChecks} from './send.js';
import {stateChecks} from './state.js';
import {storeChecks, type StoreCheckId} from './store-checks.js';
import {threadFeatureChecks} from './thread-features.js';

const all = [
  ...connectChecks,
  ...closeChecks,
  ...listChecks,
  ...entityChecks,
  ...messageChecks,
  ...sendChecks,
  ...sendFaultChecks,
  ...stateChecks,
  ...archiveChecks,
  ...eventChecks,
  ...resumeChecks,
  ...organisingChecks,
  ...contactChecks,
  ...notificationChecks,
  ...fileChecks,
  ...peopleChecks,
  ...threadFeatureChecks,
  ...errorChecks,
] as const;

/** Names a check. */
export type CheckId = (typeof all)[number]['id'] | StoreCheckId;

/** Every check of the suite, in the order in which they run. */
export const checks: readonly Check<CheckId>[] = [...all, ...storeChecks];
