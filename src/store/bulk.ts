import {
  AdapterError,
  type Action,
  type Agent,
  type BulkResult,
  type ConversationState,
  type Id,
  type StateChange,
  type Team,
} from '../contract/index.js';
import type {BulkAction} from './bulk-action.js';
import type {Changes} from './changes.js';
import type {Details} from './details.js';
import type {PendingChange} from './outbox-entry.js';
import type {ReadMarks} from './read-marks.js';
import type {Records} from './records.js';
import {toAdapterError, type Runtime} from './runtime.js';
import {offers, selectDenial} from './selectors.js';
import type {BulkFailure} from './state.js';
import {after} from './timers.js';

interface Parts {
  readonly records: Records;
  readonly changes: Changes;
  readonly details: Details;
  readonly readMarks: ReadMarks;
  /** Names for an assignee shown at once. */
  readonly candidates: () => readonly (Agent | Team)[];
}

/** Answers that come so close together are one call, failures one notice. */
const gatherMs = 60;
/** Calls at the same time, where each conversation needs its own. */
const lanes = 4;

const denialOf = {
  move: undefined,
  tag: 'tag',
  assign: 'assign',
  read: undefined,
  unread: undefined,
} as const satisfies Record<BulkAction['type'], Action | undefined>;

interface Waiting {
  readonly id: Id;
  readonly settle: (result: BulkResult) => void;
}

/**
 * Does one thing to several conversations. What cannot be done is told in one notice that names each conversation. Archiving and reopening waits out the
 * time to undo in the browser, so that taking it back needs no call and restores everything; then it is one call where the backend has it.
 */
export class Bulk {
  readonly #runtime: Runtime;
  readonly #parts: Parts;
  readonly #waiting = new Map<ConversationState, Waiting[]>();
  readonly #failures = new Map<string, BulkFailure[]>();

  constructor(runtime: Runtime, parts: Parts) {
    this.#runtime = runtime;
    this.#parts = parts;
    parts.changes.sendTogether = (pending) => (offers(runtime.state, 'bulk') ? this.#together(pending) : undefined);
    parts.changes.onBatchRefused = (pending, error) => this.#takeRefusal(pending, error);
  }

  run(ids: readonly Id[], action: BulkAction): void {
    if (action.type === 'move') return this.#move(ids, action.to);
    const needs = denialOf[action.type];
    if (!this.#runtime.connected && needs) return this.#runtime.notice({type: 'offline-refused', action: needs});
    void this.#each(ids, action).catch((error: unknown) => this.#runtime.ports.log('error', 'A change of several conversations stopped', error));
  }

  #move(ids: readonly Id[], to: 'archived' | 'active'): void {
    const action = to === 'archived' ? 'archive' : 'reopen';
    const wanted = ids.filter((id) => this.#stateOf(id) !== undefined && this.#stateOf(id) !== to);
    const [failed, allowed] = this.#denied(wanted, action);
    const batch = {id: this.#runtime.ports.newId(), total: wanted.length};
    for (const id of allowed) this.#parts.changes.move(id, to, undefined, batch);
    if (failed.length > 0) this.#runtime.notice({type: 'bulk', action: {type: 'move', to}, total: wanted.length, failed});
  }

  async #each(ids: readonly Id[], action: Exclude<BulkAction, {type: 'move'}>): Promise<void> {
    const needs = denialOf[action.type];
    const known = ids.filter((id) => this.#stateOf(id) !== undefined);
    const [failed, allowed] = needs ? this.#denied(known, needs) : [[], [...known]];
    const next = async (): Promise<void> => {
      for (let id = allowed.shift(); id !== undefined; id = allowed.shift()) {
        const conversationId = id;
        await this.#do(conversationId, action, (error) => failed.push({conversationId, error}));
      }
    };
    await Promise.all(Array.from({length: lanes}, next));
    if (failed.length > 0) this.#runtime.notice({type: 'bulk', action, total: known.length, failed});
  }

  async #do(id: Id, action: Exclude<BulkAction, {type: 'move'}>, refused: (error: AdapterError) => void): Promise<void> {
    const {details, readMarks, candidates} = this.#parts;
    switch (action.type) {
      case 'tag':
        return void (await details.changeTags(id, action, refused));
      case 'assign': {
        const {type: _assign, ...to} = action;
        return void (await details.assign(id, to, candidates(), refused));
      }
      case 'read':
        return readMarks.mark(id);
      case 'unread':
        return readMarks.markUnread(id, refused);
    }
  }

  /** Those that may not, each with its sentence, and the others. */
  #denied(ids: readonly Id[], action: Action): [failed: BulkFailure[], allowed: Id[]] {
    const failed: BulkFailure[] = [];
    const allowed: Id[] = [];
    for (const conversationId of ids) {
      const why = selectDenial(this.#runtime.state, conversationId, action);
      if (why === undefined) allowed.push(conversationId);
      else failed.push({conversationId, why, error: new AdapterError({code: 'forbidden', message: why, action})});
    }
    return [failed, allowed];
  }

  #stateOf(id: Id): ConversationState | undefined {
    return this.#runtime.state.conversations.get(id)?.state;
  }

  /** Gathers changes that leave at the same time, for one call. */
  #together({conversationId: id, to}: PendingChange): Promise<StateChange> {
    return new Promise((resolve, reject: (error: AdapterError) => void) => {
      const settle = ({ok, error}: BulkResult) => {
        const conversation = this.#parts.records.confirmed(id);
        if (ok && conversation) resolve({conversation: {...conversation, state: to}});
        else reject(error ?? new AdapterError({code: 'protocol', message: 'bulk.setState gave no answer for a conversation'}));
      };
      this.#waiting.set(to, [...(this.#waiting.get(to) ?? []), {id, settle}]);
      // Not a timer that is cleared with the others: who waits holds a lock until it is settled.
      if (this.#waiting.get(to)?.length === 1) after(this.#runtime.ports.clock, gatherMs, () => void this.#send(to));
    });
  }

  async #send(to: ConversationState): Promise<void> {
    const waiting = this.#waiting.get(to) ?? [];
    this.#waiting.delete(to);
    if (waiting.length === 0) return;
    try {
      const results = await this.#runtime.call(async (session, options) => session.bulk?.setState(waiting.map(({id}) => id), to, options));
      for (const {id, settle} of waiting) settle(results?.find((result) => result.id === id) ?? {id, ok: false});
    } catch (thrown) {
      for (const {id, settle} of waiting) settle({id, ok: false, error: toAdapterError(thrown)});
    }
  }

  #takeRefusal({conversationId, to, batch}: PendingChange, error: AdapterError): void {
    if (!batch || (to !== 'archived' && to !== 'active')) return;
    const failed = [...(this.#failures.get(batch.id) ?? []), {conversationId, error}];
    this.#failures.set(batch.id, failed);
    this.#runtime.timers.set(`bulk failures ${batch.id}`, gatherMs, () => {
      this.#failures.delete(batch.id);
      this.#runtime.notice({type: 'bulk', action: {type: 'move', to}, total: batch.total, failed});
    });
  }

  clear(): void {
    const error = new AdapterError({code: 'network', applied: 'no', message: 'Somebody else is signed in'});
    for (const {id, settle} of [...this.#waiting.values()].flat()) settle({id, ok: false, error});
    this.#waiting.clear();
    this.#failures.clear();
  }
}
