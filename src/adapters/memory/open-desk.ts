import type {AdapterContext, Clock} from '../../contract/index.js';
import {MemoryBackend} from './backend/backend.js';
import {loadFile} from './backend/load-file.js';
import {restore} from './backend/snapshot.js';
import type {CapabilitySettings} from './capabilities.js';
import type {ConversationFile} from './conversation-file.js';
import type {MemoryFaults} from './faults.js';
import {startDeliveries} from './live/deliveries.js';
import {startResponder} from './live/responder.js';
import type {MemoryAdapterOptions} from './options.js';
import {parseConversationFile} from './parse-conversation-file.js';
import {Keeper, portOf} from './persist.js';
import {planWake} from './writes/state.js';

/** A desk, and who keeps it over the end of the page. */
export interface OpenDesk {
  readonly desk: MemoryBackend;
  readonly keeper: Keeper | undefined;
  /** Name it is kept under. */
  readonly keptAs: string | undefined;
}

/** Reads a desk, as it was kept or from its file, and sets it going. */
export async function openDesk(
  {data, persist, live = false, pace = 1, seed = 1, logLimit = 10_000}: MemoryAdapterOptions,
  settings: CapabilitySettings,
  faults: MemoryFaults,
  clock: Clock,
  log: AdapterContext['log'],
): Promise<OpenDesk> {
  const port = persist === undefined ? undefined : await portOf(persist);
  const keeper = port && new Keeper(port, log);
  const desk = new MemoryBackend({...settings, clock, seed, logLimit});
  if (!restore(desk, await keeper?.load())) loadFile(desk, await readData(data));
  for (const row of desk.conversations.values()) if (row.state === 'snoozed') planWake(desk, row);
  keeper?.follow(desk);
  desk.repeatsEvents = () => faults.repeatsEvents;
  faults.onExpireCursor(() => desk.log.expire(desk.nextRev()));
  startResponder(desk);
  if (live) startDeliveries(desk, pace);
  return {desk, keeper, keptAs: port && (port.name ?? 'desk')};
}

/** The sample desk is trusted and large: only what others give is checked. */
async function readData(data: MemoryAdapterOptions['data']): Promise<ConversationFile> {
  const given: unknown = await (typeof data === 'function' ? data() : data);
  if (given !== undefined) return parseConversationFile(given);
  const {sampleDesk} = await import('./sample/index.js');
  return sampleDesk;
}
