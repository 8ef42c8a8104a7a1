import {systemClock, type AdapterContext, type Clock, type Id} from '../../contract/index.js';
import type {MemoryBackend} from './backend/backend.js';
import {agentOf} from './backend/projection.js';
import {capabilitiesOf, type CapabilitySettings} from './capabilities.js';
import {createFaults, type MemoryFaults} from './faults.js';
import {featuresOf} from './features/index.js';
import {Gate} from './gate.js';
import {openDesk, type OpenDesk} from './open-desk.js';
import type {MemoryAdapterOptions} from './options.js';
import {seeded} from './random.js';
import {coreOf} from './session.js';
import {signIn} from './sign-in.js';

const liveLatencyMs = [60, 180] as const;
const largestFileBytes = 25 * 1_048_576;

/** The desk of one adapter, opened when first needed, and who is in it. */
export class DeskHost {
  readonly #options: MemoryAdapterOptions;
  readonly #settings: CapabilitySettings;
  readonly #faults: MemoryFaults;
  readonly #sessions = new Map<Gate, Id>();
  #open: Promise<OpenDesk> | undefined;
  #clock: Clock | undefined;
  #log: AdapterContext['log'];
  #connected = 0;
  #endSimulation: (() => void) | undefined;

  constructor(options: MemoryAdapterOptions) {
    const {automated = true, idempotentSend = 'server', undo = 'restore', maxFileBytes = largestFileBytes} = options;
    this.#options = options;
    this.#settings = {automated, idempotentSend, undo, maxFileBytes};
    this.#faults = options.faults ?? createFaults();
    this.#clock = options.clock;
  }

  async desk(): Promise<MemoryBackend> {
    return (await this.#opened()).desk;
  }

  async connect(context: AdapterContext, signal: AbortSignal | undefined) {
    const {live = false, latencyMs = live ? liveLatencyMs : 0, seed = 1, agent: agentId} = this.#options;
    signal?.throwIfAborted();
    const planned = this.#faults.begin('connect');
    this.#clock ??= context.clock;
    this.#log ??= context.log;
    const {desk, keeper, keptAs} = await this.#opened();
    // A desk that was acted on before anybody came had only the platform's clock.
    desk.clock = this.#clock;
    const {token, agent} = await signIn(desk, this.#faults, context, agentId, signal);
    this.#faults.finish(planned);
    const random = seeded(seed + ++this.#connected);
    const gate = new Gate({context, desk, keeper, faults: this.#faults, latencyMs, random, token});
    const scope = {desk, agentId: agent.id, maxFileBytes: this.#settings.maxFileBytes};
    const {endStreams, ...core} = coreOf(gate, scope, this.#faults);
    await this.#enter(gate, agent.id);
    return {
      ...core,
      ...featuresOf(gate, scope),
      me: agentOf(agent),
      capabilities: capabilitiesOf(this.#settings),
      identity: keptAs === undefined ? undefined : `memory:${keptAs}:${agent.id}`,
      serverNow: desk.now(),
      close: async () => {
        if (gate.closed) return;
        gate.close();
        endStreams();
        await this.#leave(gate);
      },
    };
  }

  #opened(): Promise<OpenDesk> {
    // A desk that could not be opened is asked for again next time.
    return (this.#open ??= openDesk(
      this.#options,
      this.#settings,
      this.#faults,
      this.#clock ?? systemClock,
      (...said) => this.#log?.(...said),
    ).catch((error: unknown) => {
      this.#open = undefined;
      throw error;
    }));
  }

  async #enter(gate: Gate, agentId: Id): Promise<void> {
    const {desk} = await this.#opened();
    const isFirst = this.#sessions.size === 0;
    this.#sessions.set(gate, agentId);
    if (!isFirst) return;
    desk.schedule.start();
    const {live = false, pace = 1} = this.#options;
    if (!live) return;
    try {
      const {startSimulation} = await import('./live/simulation.js');
      this.#endSimulation ??= startSimulation(desk, {pace, present: () => new Set(this.#sessions.values())});
    } catch (error) {
      // Without its players the desk still works.
      this.#log?.('warn', 'The live desk could not be loaded', error);
    }
  }

  async #leave(gate: Gate): Promise<void> {
    const {desk, keeper} = await this.#opened();
    const agentId = this.#sessions.get(gate);
    this.#sessions.delete(gate);
    if (agentId !== undefined && ![...this.#sessions.values()].includes(agentId)) desk.presence.leave(agentId);
    if (this.#sessions.size > 0) return;
    this.#endSimulation?.();
    this.#endSimulation = undefined;
    desk.schedule.stop();
    await keeper?.written();
  }
}
