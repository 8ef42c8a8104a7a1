import type {Doing, Id, WrittenKind} from '../../../contract/index.js';
import type {MemoryBackend} from '../backend/backend.js';
import {authorOf} from '../backend/projection.js';
import type {AgentRow, ConversationRow} from '../backend/rows.js';
import {assign, setTags} from '../writes/labels.js';
import {send} from '../writes/send.js';
import {setState} from '../writes/state.js';
import type {Cues} from './cues.js';
import {askings, notes, replies} from './lines.js';
import {lastSaid, livelyRows} from './threads.js';

const typingTtlMs = 8_000;
/** A conversation is let rest this long before somebody archives it. */
const restMs = 60_000;

/** Plays the agents of a live desk who are not here themselves. */
export class Colleagues {
  readonly #desk: MemoryBackend;
  readonly #cues: Cues;
  readonly #present: () => ReadonlySet<Id>;
  readonly #busy = new Set<Id>();

  constructor(desk: MemoryBackend, cues: Cues, present: () => ReadonlySet<Id>) {
    this.#desk = desk;
    this.#cues = cues;
    this.#present = present;
  }

  /** Somebody answers a conversation of their own or of nobody. */
  answer(): boolean {
    return this.#with((agent, rows) => {
      const waiting = rows.filter(
        (row) =>
          (row.assigneeId === undefined || row.assigneeId === agent.id) &&
          row.deny?.reply === undefined &&
          lastSaid(row)?.kind === 'incoming',
      );
      const row = this.#desk.random.pick(waiting);
      if (!row) return false;
      const asked = lastSaid(row)?.id;
      this.#write(agent, row, 'reply', () => {
        if (lastSaid(row)?.id !== asked) return;
        if (row.assigneeId === undefined) assign(this.#desk, row, authorOf(this.#desk, agent.id), {agentId: agent.id});
        this.#send(agent, row, 'reply', this.#desk.random.pick(agent.lines ?? replies) ?? replies[0] ?? '');
      });
      return true;
    });
  }

  /** Somebody notes something; now and then they ask an agent who is here. */
  note(): boolean {
    return this.#with((agent, rows) => {
      const {random} = this.#desk;
      const row = random.pick(rows.filter(({deny}) => deny?.note === undefined));
      if (!row) return false;
      const asked = random.oneIn(3) ? random.pick([...this.#present()]) : undefined;
      const name = asked === undefined ? undefined : this.#desk.agents.get(asked)?.name;
      this.#write(agent, row, 'note', () => {
        if (asked !== undefined && name !== undefined) {
          this.#send(agent, row, 'note', `@${name} ${random.pick(askings) ?? ''}`, [asked]);
        } else this.#send(agent, row, 'note', random.pick(notes) ?? '');
      });
      return true;
    });
  }

  /** Somebody only looks. */
  look(): boolean {
    return this.#with((agent, rows) => {
      const row = this.#desk.random.pick(rows);
      if (!row) return false;
      this.#be(agent, row, 'viewing');
      this.#cues.after(6_000, 15_000, () => this.#be(agent, row, 'away'));
      return true;
    });
  }

  /** Somebody takes a conversation, tags one, or archives one that is done. */
  tidy(): boolean {
    return this.#with((agent, rows) => {
      const {random, tags, clock} = this.#desk;
      const by = authorOf(this.#desk, agent.id);
      const done = rows.filter(
        (row) =>
          !this.#present().has(row.assigneeId ?? '') &&
          row.deny?.archive === undefined &&
          lastSaid(row)?.kind === 'reply' &&
          clock.now() - Date.parse(row.activityAt) > restMs,
      );
      const unowned = rows.filter(({assigneeId, deny}) => assigneeId === undefined && deny?.assign === undefined);
      const old = random.pick(done);
      if (old && random.oneIn(2)) return setState(this.#desk, old, 'archived', agent.id, by).conversation.id !== '';
      const free = random.pick(unowned);
      if (free && random.oneIn(2)) {
        assign(this.#desk, free, by, {agentId: agent.id});
        return true;
      }
      const tag = random.pick([...tags.keys()]);
      const row = random.pick(rows.filter(({tagIds, deny}) => tagIds.length < 3 && deny?.tag === undefined));
      if (tag === undefined || !row || row.tagIds.includes(tag)) return false;
      setTags(this.#desk, row, by, {add: [tag]});
      return true;
    });
  }

  #with(act: (agent: AgentRow, rows: readonly ConversationRow[]) => boolean): boolean {
    const here = this.#present();
    const free = [...this.#desk.agents.values()].filter(
      ({id, availability}) => !here.has(id) && !this.#busy.has(id) && availability !== 'offline',
    );
    const agent = this.#desk.random.pick(free);
    if (!agent) return false;
    return act(agent, livelyRows(this.#desk).filter((row) => this.#desk.sees(agent.id, row)));
  }

  /** Opens it, is seen writing, does it, leaves. */
  #write(agent: AgentRow, row: ConversationRow, kind: WrittenKind, finish: () => void): void {
    this.#busy.add(agent.id);
    this.#be(agent, row, 'viewing');
    this.#cues.after(2_000, 4_000, () => {
      this.#be(agent, row, kind === 'reply' ? 'replying' : 'noting');
      this.#typing(agent, row, kind, true);
      this.#cues.after(4_000, 8_000, () => {
        this.#typing(agent, row, kind, false);
        this.#be(agent, row, 'viewing');
        if (row.state === 'active') finish();
        this.#cues.after(3_000, 6_000, () => {
          this.#busy.delete(agent.id);
          this.#be(agent, row, 'away');
        });
      });
    });
  }

  #send(agent: AgentRow, row: ConversationRow, kind: WrittenKind, value: string, mentions: readonly Id[] = []): void {
    const clientId = this.#desk.newId('live');
    send(this.#desk, agent.id, {conversationId: row.id, clientId, kind, body: {format: 'markdown', value}, mentions}, []);
  }

  #be({id}: AgentRow, row: ConversationRow, doing: Doing | 'away'): void {
    this.#desk.presence.set(row.id, id, doing);
  }

  #typing({id}: AgentRow, row: ConversationRow, kind: WrittenKind, on: boolean): void {
    const author = authorOf(this.#desk, id);
    this.#desk.tell(row.id, id, {type: 'typing', conversationId: row.id, author, kind, on, ttlMs: on ? typingTtlMs : 0});
  }
}
