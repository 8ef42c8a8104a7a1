import type {Feature, OptionalFeatures} from '../../../contract/index.js';
import type {Gate} from '../gate.js';
import {gated} from '../session.js';
import {automation, escalations, notifications} from './attention.js';
import {contacts} from './contacts.js';
import type {FeatureContext} from './context.js';
import {counts} from './counts.js';
import {download, upload} from './files.js';
import {assignment, priority, tags} from './labels.js';
import {availability, directory, presence, typing} from './people.js';
import {profile} from './profile.js';
import {readState} from './read-state.js';
import {search} from './search.js';
import {tickets} from './tickets.js';
import {bulk, views} from './views.js';
import {canned, deleteMessage, editMessage, lookup, macros} from './writing.js';

const groups = {
  counts,
  search,
  readState,
  tags,
  assignment,
  priority,
  contacts,
  tickets,
  notifications,
  escalations,
  automation,
  upload,
  download,
  canned,
  macros,
  typing,
  availability,
  presence,
  directory,
  lookup,
  views,
  profile,
  bulk,
  editMessage,
  deleteMessage,
} as const satisfies {readonly [K in Feature]: (context: FeatureContext) => OptionalFeatures[K]};

export const memoryFeatures = Object.keys(groups) as Feature[];

/** Every group, each method behind the gate; what the desk does not offer is undefined. */
export function featuresOf(gate: Gate, context: FeatureContext): {[K in Feature]: OptionalFeatures[K] | undefined} {
  const {automated, idempotentSend} = context.desk;
  const missing: ReadonlySet<string> = new Set([
    ...(automated ? [] : ['automation']),
    ...(idempotentSend === 'lookup' ? [] : ['lookup']),
  ]);
  const entries = Object.entries(groups).map(([name, group]) => [
    name,
    missing.has(name) ? undefined : gated(gate, name, group(context)),
  ]);
  return Object.fromEntries(entries) as {[K in Feature]: OptionalFeatures[K] | undefined};
}
