import {defineAdapter, type Adapter, type AdapterContext, type Clock} from '../../contract/index.js';
import {MemoryBackend} from './backend/backend.js';
import {loadFile} from './backend/load-file.js';
import {agentOf} from './backend/projection.js';
import {capabilitiesOf, type CapabilitySettings} from './capabilities.js';
import type {ConversationFile} from './conversation-file.js';
import {createFaults, type MemoryFaults} from './faults.js';
import {featuresOf, memoryFeatures} from './features/index.js';
import {Gate} from './gate.js';
import type {MemoryAdapterOptions} from './options.js';
import {outsideWorld, type OutsideWorld} from './outside.js';
import {parseConversationFile} from './parse-conversation-file.js';
import {seeded} from './random.js';
import {coreOf} from './session.js';
import {signIn} from './sign-in.js';
import {systemClock} from './system-clock.js';

/** An adapter with its backend inside; `backend` acts on it from outside, as customers and colleagues do. */
export interface MemoryAdapter extends Adapter {
  readonly backend: OutsideWorld;
}

const liveLatencyMs = [60, 180] as const;
const maxFileBytes = 25 * 1_048_576;

/** A real backend kept in memory: one desk, shared by all sessions of this adapter. Nothing is loaded before the first of them. */
export function createMemoryAdapter(options: MemoryAdapterOptions = {}): MemoryAdapter {
  const host = new Host(options);
  const adapter = defineAdapter({
    name: 'memory',
    features: memoryFeatures,
    connect: (context, {signal}) => host.connect(context, signal),
  });
  return {...adapter, backend: outsideWorld(() => host.desk())};
}

/** The desk of one adapter, and who is in it. */
class Host {
  readonly #options: MemoryAdapterOptions;
  readonly #settings: CapabilitySettings;
  readonly #faults: MemoryFaults;
  readonly #sessions = new Map<object, string>();
  #desk: Promise<MemoryBackend> | undefined;
  #clock: Clock | undefined;

  constructor(options: MemoryAdapterOptions) {
    const {automated = true, idempotentSend = 'server', undo = 'restore'} = options;
    this.#options = options;
    this.#settings = {automated, idempotentSend, undo, maxFileBytes: options.maxFileBytes ?? maxFileBytes};
    this.#faults = options.faults ?? createFaults();
    this.#clock = options.clock;
  }

  desk(): Promise<MemoryBackend> {
    // A desk that could not be loaded is asked for again next time.
    return (this.#desk ??= this.#load().catch((error: unknown) => {
      this.#desk = undefined;
      throw error;
    }));
  }

  async connect(context: AdapterContext, signal: AbortSignal | undefined) {
    const {live = false, latencyMs = live ? liveLatencyMs : 0, seed = 1} = this.#options;
    signal?.throwIfAborted();
    const planned = this.#faults.begin('connect');
    this.#clock ??= context.clock;
    const desk = await this.desk();
    desk.clock = this.#clock;
    signal?.throwIfAborted();
    const {token, agent} = await signIn(desk, this.#faults, context, this.#options.agent, signal);
    this.#faults.finish(planned);
    const gate = new Gate({context, desk, faults: this.#faults, latencyMs, random: seeded(seed + this.#sessions.size), token});
    const scope = {desk, agentId: agent.id, maxFileBytes: this.#settings.maxFileBytes};
    const {endStreams, ...core} = coreOf(gate, scope, this.#faults);
    this.#enter(desk, gate, agent.id);
    return {
      ...core,
      ...featuresOf(gate, scope),
      me: agentOf(agent),
      capabilities: capabilitiesOf(this.#settings),
      identity: undefined,
      serverNow: desk.now(),
      close: async () => {
        if (gate.closed) return;
        gate.close();
        endStreams();
        this.#leave(desk, gate, agent.id);
      },
    };
  }

  async #load(): Promise<MemoryBackend> {
    const {seed = 1, logLimit = 10_000} = this.#options;
    const file = await readData(this.#options.data);
    const desk = new MemoryBackend({...this.#settings, clock: this.#clock ?? systemClock, seed, logLimit});
    loadFile(desk, file);
    return desk;
  }

  #enter(desk: MemoryBackend, session: object, agentId: string): void {
    if (this.#sessions.size === 0) desk.schedule.start();
    this.#sessions.set(session, agentId);
  }

  #leave(desk: MemoryBackend, session: object, agentId: string): void {
    this.#sessions.delete(session);
    if (![...this.#sessions.values()].includes(agentId)) desk.presence.leave(agentId);
    if (this.#sessions.size === 0) desk.schedule.stop();
  }
}

/** The sample desk is trusted and large: only what others give is checked. */
async function readData(data: MemoryAdapterOptions['data']): Promise<ConversationFile> {
  const given: unknown = await (typeof data === 'function' ? data() : data);
  if (given !== undefined) return parseConversationFile(given);
  const {sampleDesk} = await import('./sample/index.js');
  return sampleDesk;
}
