import type {Action, Activity, Author, BodyFormat, ConversationState, Message, MessageKind, Attachment} from '../../../src/contract/index.js';
import {plainText} from '../../../src/adapters/memory/backend/plain-text.js';
import {forbidden, notFound} from '../errors.js';
import {messageColumns, messageOf, type MessageMore, type MessageRow} from '../read/messages.js';
import {sees} from '../read/rights.js';
import {newId, wordsOf} from '../values.js';
import type {Statement, Work} from './write.js';

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

/** A conversation that this transaction alone may change, until it ends. */
export class Locked {
  #changed = false;

  private constructor(
    private readonly work: Work,
    readonly row: StoredConversation,
  ) {}

  /**
   * @param agent undefined: whoever writes from outside.
   * @throws {AdapterError} `not-found`, also for one this agent may not see.
   */
  static async open(work: Work, id: string, agent: string | undefined): Promise<Locked> {
    const known = work.locked.get(id);
    if (known) return known;
    const [row] = await work.query<StoredConversation>(
      `select c.id, c.number, c.subject, c.contact, c.inbox, c.deny, k.name as contact_name, k.email as contact_email,
         k.avatar_url as contact_avatar, ${columns.map((column) => `c.${column}`).join(', ')}
       from conversation c join contact k on k.account = c.account and k.id = c.contact
       where c.account = $1 and c.id = $3 and ($2::text is null or ${sees('c', '$2')}) for update of c`,
      [work.account, agent ?? null, id],
    );
    if (!row) throw notFound('conversation');
    const locked = new Locked(work, row);
    work.locked.set(id, locked);
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
    const {work, row} = this;
    const id = newId('m');
    const ord = row.last_ord + 1;
    const createdAt = record.createdAt ?? work.now;
    const found = record.kind === 'activity' ? null : wordsOf(plainText({format: record.format, value: record.body}));
    const [stored] = await work.query<MessageRow>(
      `insert into message as m (account, conversation, ord, id, kind, author_kind, author_id, author, client_id, sent_hash, external, format,
         body, quoted, attachments, more, delivery, created_at, words)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, array_to_tsvector($19::text[]))
       returning ${messageColumns('m')}`,
      [
        work.account,
        this.id,
        ord,
        id,
        record.kind,
        record.author.kind,
        record.author.id ?? null,
        JSON.stringify(record.author),
        record.clientId ?? null,
        record.sentHash ?? null,
        record.external ?? null,
        record.format,
        record.body,
        record.quoted ?? null,
        JSON.stringify(record.attachments ?? []),
        JSON.stringify(record.more ?? {}),
        record.delivery ?? null,
        createdAt,
        found,
      ],
    );
    if (!stored) throw new Error('A message was not stored');
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
    return messageOf(stored);
  }

  /** Writes into the thread what was done; the inbox says it in the agent's language. */
  async note(by: Author, activity: Activity): Promise<void> {
    await this.append({kind: 'activity', author: by, format: 'text', body: '', more: {activity}});
  }

  /** Writes what has changed now, for whoever reads it in this transaction. */
  async flush(): Promise<void> {
    const values: unknown[] = [];
    const text = this.statement()?.((value) => `$${values.push(value)}`);
    if (text !== undefined) await this.work.query(text, values);
  }

  /** What writes the changes; undefined: there are none. To be run, since it is asked for. */
  statement(): Statement | undefined {
    if (!this.#changed) return undefined;
    this.#changed = false;
    const {row} = this;
    return (add) =>
      `update conversation set ${columns.map((column) => `${column} = ${add(row[column])}`).join(', ')}
       where account = ${add(this.work.account)} and id = ${add(this.id)}`;
  }
}
