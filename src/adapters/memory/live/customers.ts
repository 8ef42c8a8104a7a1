import type {Id} from '../../../contract/index.js';
import type {MemoryBackend} from '../backend/backend.js';
import {plainText} from '../backend/plain-text.js';
import {contactAuthor} from '../backend/projection.js';
import type {ConversationRow} from '../backend/rows.js';
import {begin} from '../writes/begin.js';
import {receive} from '../writes/receive.js';
import type {Cues} from './cues.js';
import {answers, nudges, openings} from './lines.js';
import {lastSaid, livelyRows} from './threads.js';

const mostNewConversations = 20;
const mostNudges = 2;
const typingTtlMs = 6_000;
const channels = ['web-chat', 'email', 'whatsapp', 'web-chat'] as const;
/** Where one sees the other type. */
const typed: readonly string[] = ['web-chat', 'whatsapp', 'messenger', 'telegram', 'instagram', 'api'];

/** Plays the contacts of a live desk. */
export class Customers {
  readonly #desk: MemoryBackend;
  readonly #cues: Cues;
  readonly #present: () => ReadonlySet<Id>;
  readonly #writing = new Set<Id>();
  #begun = 0;

  constructor(desk: MemoryBackend, cues: Cues, present: () => ReadonlySet<Id>) {
    this.#desk = desk;
    this.#cues = cues;
    this.#present = present;
  }

  /** Somebody says their next line, nudges, or answers what a colleague wrote; 'at once': where they are seen typing first. */
  writeOn(when: 'soon' | 'at once' = 'soon'): boolean {
    const {random} = this.#desk;
    const rows = livelyRows(this.#desk).filter(
      (row) =>
        !this.#writing.has(row.id) && this.#mayWrite(row) && (when === 'soon' || typed.includes(row.channel.kind)),
    );
    const scripted = rows.filter(({next}) => next.length > 0);
    const row = random.pick(scripted.length > 0 && !random.oneIn(5) ? scripted : rows);
    if (row) this.#speak(row);
    return row !== undefined;
  }

  begin(): boolean {
    const {contacts, random} = this.#desk;
    const known = [...contacts.values()].filter(({blocked}) => !blocked);
    const contact = random.pick(known);
    const opening = random.pick(openings);
    if (!contact || !opening || this.#begun >= mostNewConversations) return false;
    this.#begun++;
    begin(this.#desk, {...opening, contact: contact.id, channel: random.pick(channels)});
    return true;
  }

  /** Has contacts answer replies, mostly those of agents who are really here. Returns what ends it. */
  follow(): () => void {
    const {onReply, random} = this.#desk;
    const hear = (row: ConversationRow, messageId: Id) => {
      const author = row.messages.findLast(({id}) => id === messageId)?.author.id ?? '';
      if (this.#present().has(author) ? random.oneIn(5) : !random.oneIn(3)) return;
      this.#cues.after(20_000, 55_000, () => {
        if (lastSaid(row)?.id === messageId && this.#mayWrite(row)) this.#speak(row);
      });
    };
    onReply.add(hear);
    return () => void onReply.delete(hear);
  }

  #mayWrite(row: ConversationRow): boolean {
    if (this.#desk.contacts.get(row.contactId)?.blocked || (row.state !== 'active' && row.state !== 'snoozed')) return false;
    const answered = row.messages.findLastIndex(({kind}) => kind === 'reply');
    return row.messages.slice(answered + 1).filter(({kind}) => kind === 'incoming').length <= mostNudges;
  }

  #speak(row: ConversationRow): void {
    const {id} = row;
    this.#writing.add(id);
    if (typed.includes(row.channel.kind)) this.#typing(row, true);
    this.#cues.after(2_000, 5_000, () => {
      this.#writing.delete(id);
      if (typed.includes(row.channel.kind)) this.#typing(row, false);
      if (!this.#mayWrite(row)) return;
      const [line, ...rest] = row.next;
      row.next = rest;
      receive(this.#desk, row, {format: 'text', value: line ?? this.#line(row)});
    });
  }

  #typing(row: ConversationRow, on: boolean): void {
    const author = contactAuthor(this.#desk, row.contactId);
    const ttlMs = on ? typingTtlMs : 0;
    this.#desk.tell(row.id, undefined, {type: 'typing', conversationId: row.id, author, kind: 'reply', on, ttlMs});
  }

  #line(row: ConversationRow): string {
    const {random} = this.#desk;
    const said = lastSaid(row);
    const heard = said?.kind === 'reply' ? plainText(said.body) : undefined;
    const fitting = heard === undefined ? nudges : answers.find(([about]) => about.test(heard))?.[1];
    const before = new Set(row.messages.map(({body}) => body.value));
    const fresh = (fitting ?? nudges).filter((line) => !before.has(line));
    return random.pick(fresh.length > 0 ? fresh : nudges) ?? '…';
  }
}
