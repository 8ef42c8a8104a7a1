import type {Action, Activity, Author, BodyFormat, ConversationState, Message, MessageKind, Attachment} from '../../../src/contract/index.js';
import {plainText} from '../../../src/adapters/memory/backend/plain-text.js';
import {forbidden, notFound} from '../errors.js';
import {messageOf, type MessageMore, type MessageRow} from '../read/messages.js';
import {sees} from '../read/rights.js';
import {newId, wordsOf} from '../values.js';
import type {Add, Statement, Work} from './write.js';

/** A conversation as it is stored, in so far as writes look at it. */
export interface StoredConversation {
  readonly id: string;
  readonly number: string | null;
  readonly subject: string | null;
  readonly contact: string;
  readonly contact_name: string | null;
  readonly contact_email: string | null;
  readonly contact_avatar: string | null;
  readonly inbox: string | null;
  readonly deny: Partial<Record<Action, string>> | null;
  state: ConversationState;
  snoozed_until: number | null;
  assignee: string | null;
  team: string | null;
  priority: number;
  tags: readonly string[];
  handled_by: 'agent' | 'bot' | null;
  visible_to: readonly string[] | null;
  escalations: number;
  last_ord: number;
  last_incoming_ord: number;
  last_said: string | null;
  activity_at: number;
  waiting_since: number | null;
  version: number;
  rev: number;
}

export interface NewRecord {
  readonly kind: MessageKind;
  readonly author: Author;
  readonly format: BodyFormat;
  readonly body: string;
  readonly quoted?: string;
  readonly attachments?: readonly Attachment[];
  readonly createdAt?: number;
  readonly clientId?: string;
  readonly sentHash?: string;
  readonly external?: string;
  readonly delivery?: Message['delivery'];
  readonly more?: MessageMore;
}

const columns = [
  'state',
  'snoozed_until',
  'assignee',
  'team',
  'priority',
  'tags',
  'handled_by',
  'visible_to',
  'escalations',
  'last_ord',
  'last_incoming_ord',
  'last_said',
  'activity_at',
  'waiting_since',
  'version',
  'rev',
] as const;

/** What is read together with a conversation, as columns beside those of `c`: all of one moment. */
export type Beside = (add: Add) => string;

const held = `c.id, c.number, c.subject, c.contact, c.inbox, c.deny, k.name as contact_name, k.email as contact_email,
  k.avatar_url as contact_avatar, ${columns.map((column) => `c.${column}`).join(', ')}`;

/** A conversation that this transaction alone may change, until it ends; or that is changed only if it still is as it was read. */
export class Locked {
  #changed = false;
  /** Of the row as it was read. */
  readonly #rev: number;

  private constructor(
    private readonly work: Work,
    readonly row: StoredConversation,
  ) {
    this.#rev = row.rev;
  }

  /**
   * @param agent undefined: whoever writes from outside.
   * @throws {AdapterError} `not-found`, also for one this agent may not see.
   */
  static async open(work: Work, id: string, agent: string | undefined): Promise<Locked> {
    const known = work.locked.get(id);
    if (known) return known;
    const [row] = await work.query<StoredConversation>(
      `select ${held} from conversation c join contact k on k.account = c.account and k.id = c.contact
       where c.account = $1 and c.id = $3 and ($2::text is null or ${sees('c', '$2')})${work.manner === 'held' ? ' for update of c' : ''}`,
      [work.account, agent ?? null, id],
    );
    return Locked.#take(work, row);
  }

  /**
   * The same with what is to be known beside it.
   *
   * @throws {AdapterError} `not-found`.
   */
  static async openWith<T>(work: Work, id: string, agent: string, beside: Beside): Promise<{readonly conversation: Locked; readonly beside: T}> {
    const values: unknown[] = [work.account, agent, id];
    const more = beside((value) => `$${values.push(value)}`);
    if (work.manner === 'at-once') {
      const [row] = await work.query<StoredConversation & T>(
        `select ${held}, ${more} from conversation c join contact k on k.account = c.account and k.id = c.contact
         where c.account = $1 and c.id = $3 and ${sees('c', '$2')}`,
        values,
      );
      return {conversation: Locked.#take(work, row), beside: row as T};
    }
    // Whoever had to wait for the row reads beside it only now: a statement sees what was there when it began.
    const conversation = await Locked.open(work, id, agent);
    const [row] = await work.query<T>(`select ${more} from conversation c where c.account = $1 and c.id = $3 and $2::text is not null`, values);
    if (!row) throw notFound('conversation');
    return {conversation, beside: row};
  }

  static #take(work: Work, row: StoredConversation | undefined): Locked {
    if (!row) throw notFound('conversation');
    const locked = new Locked(work, row);
    work.locked.set(row.id, locked);
    return locked;
  }

  get id(): string {
    return this.row.id;
  }

  /** What it is called where there is room for one line. In no language: names and subjects only. */
  get title(): string {
    const {subject, contact_name, number, id} = this.row;
    return subject ?? contact_name ?? number ?? id;
  }

  get contactAuthor(): Author {
    const {contact, contact_name, contact_avatar} = this.row;
    return {kind: 'contact', id: contact, ...(contact_name !== null && {name: contact_name}), ...(contact_avatar !== null && {avatarUrl: contact_avatar})};
  }

  /** @throws {AdapterError} `forbidden` with the sentence the conversation gives for it. */
  assertAllowed(action: Action): void {
    const sentence = this.row.deny?.[action];
    if (sentence !== undefined) throw forbidden(sentence, action);
  }

  /** @param how `aside`: nobody's write on an earlier version overlooks anything by it. */
  change(edit: (row: StoredConversation) => void, how: 'change' | 'aside' = 'change'): void {
    edit(this.row);
    this.row.rev++;
    if (how === 'change') this.row.version++;
    this.#changed = true;
    this.work.say({kind: 'conversation', conversation: this.id, ref: this.id});
  }

  /** Puts a message at the end of the thread. */
  async append(record: NewRecord): Promise<Message> {
    const {work} = this;
    const id = newId('m');
    const ord = this.row.last_ord + 1;
    const createdAt = record.createdAt ?? work.now;
    const row: MessageRow = {
      id,
      conversation: this.id,
      ord,
      kind: record.kind,
      author: record.author,
      client_id: record.clientId ?? null,
      format: record.format,
      body: record.body,
      quoted: record.quoted ?? null,
      attachments: record.attachments ?? [],
      more: record.more ?? {},
      delivery: record.delivery ?? null,
      created_at: createdAt,
      edited_at: null,
      deleted: false,
      rev: 1,
    };
    const found = record.kind === 'activity' ? null : wordsOf(plainText({format: record.format, value: record.body}));
    await work.run((add, from) => {
      const values = [
        add(work.account),
        add(this.id),
        add(ord),
        add(id),
        add(row.kind),
        add(row.author.kind),
        add(row.author.id ?? null),
        add(JSON.stringify(row.author)),
        add(row.client_id),
        add(record.sentHash ?? null),
        add(record.external ?? null),
        add(row.format),
        add(row.body),
        add(row.quoted),
        add(JSON.stringify(row.attachments)),
        add(JSON.stringify(row.more)),
        add(row.delivery),
        add(createdAt),
      ];
      return `insert into message (account, conversation, ord, id, kind, author_kind, author_id, author, client_id, sent_hash, external, format,
          body, quoted, attachments, more, delivery, created_at, words)
        select ${values.join(', ')}, array_to_tsvector(${add(found)}::text[])${from}`;
    });
    work.say({kind: 'message', conversation: this.id, ref: id});
    this.change((now) => {
      now.last_ord = ord;
      // What the team does to a conversation does not move it up: only what is said in it.
      if (record.kind !== 'activity') {
        now.last_said = id;
        now.activity_at = Math.max(now.activity_at, createdAt);
      }
      if (record.kind === 'incoming') {
        now.last_incoming_ord = ord;
        now.waiting_since ??= createdAt;
      }
      if (record.kind === 'reply') now.waiting_since = null;
    });
    return messageOf(row);
  }

  /** Writes into the thread what was done; the inbox says it in the agent's language. */
  async note(by: Author, activity: Activity): Promise<void> {
    await this.append({kind: 'activity', author: by, format: 'text', body: '', more: {activity}});
  }

  /** Writes what has changed now, for whoever reads it in this transaction. */
  async flush(): Promise<void> {
    const values: unknown[] = [];
    const text = this.statement()?.((value) => `$${values.push(value)}`, '');
    if (text !== undefined) await this.work.query(text, values);
  }

  /** What writes the changes; undefined: there are none. To be run, since it is asked for. */
  statement(): Statement | undefined {
    if (!this.#changed) return undefined;
    this.#changed = false;
    const {row, work} = this;
    return (add) => {
      const changes = columns.map((column) => `${column} = ${add(row[column])}`).join(', ');
      const isAsRead = work.manner === 'at-once' ? ` and rev = ${add(this.#rev)}` : '';
      return `update conversation set ${changes} where account = ${add(work.account)} and id = ${add(this.id)}${isAsRead} returning 1`;
    };
  }
}
