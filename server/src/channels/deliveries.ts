import {errorFields} from '../ports/log.js';
import {messageColumns, messageOf, type MessageRow} from '../read/messages.js';
import {conversationRows} from '../read/conversations.js';
import type {Services} from '../services.js';
import {handOff} from '../write/attention.js';
import {Locked} from '../write/locked.js';
import {setDelivery} from '../write/messages.js';
import {bot} from '../write/people.js';
import {write} from '../write/write.js';
import {channelById, type Channel} from './channel.js';
import {respond} from './respond.js';
import {response} from './schemas.js';
import {sign, signatureHeader} from './signature.js';
import {z} from '@hono/zod-openapi';

interface DeliveryRow {
  readonly id: string;
  readonly account: string;
  readonly channel: string;
  readonly kind: 'deliver' | 'respond';
  readonly conversation: string;
  readonly message: string;
  readonly attempts: number;
}

const atOnce = 8;
/** A delivery taken by a node that died is taken again after this time. */
const leaseMs = 30_000;
const answerMs = 10_000;
const firstWaitMs = 2_000;
/** Messages of the thread that the responder is given. */
const thread = 20;

const delivered = z.object({delivery: z.enum(['delivered', 'read']).optional()});

/** Tells channels and responders what is for them. At least once: what is told carries its id. */
export class Deliveries {
  readonly #stop = new AbortController();

  constructor(private readonly services: Services) {}

  stop(): void {
    this.#stop.abort();
  }

  async run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const due = await this.#take();
      if (due.length === 0) return;
      await Promise.all(due.map((row) => this.#deliver(row)));
    }
  }

  /** Taking is a lease: whoever takes it has it for a while, whatever becomes of the node. One of each conversation at a time, oldest first. */
  #take(): Promise<readonly DeliveryRow[]> {
    const {db, clock} = this.services;
    const now = clock.now();
    return db.query<DeliveryRow>(
      `update delivery set next_at = $2, attempts = attempts + 1 where id in (
         select d.id from delivery d where d.state = 'waiting' and d.next_at <= $1 and not exists (
           select 1 from delivery e where e.state = 'waiting' and e.channel = d.channel and e.conversation = d.conversation and e.kind = d.kind
             and (e.created_at, e.id) < (d.created_at, d.id))
         order by d.next_at limit $3 for update skip locked)
       returning id, account, channel, kind, conversation, message, attempts`,
      [now, now + leaseMs, atOnce],
    );
  }

  async #deliver(row: DeliveryRow): Promise<void> {
    const {db, log, metrics} = this.services;
    try {
      const channel = await channelById(db, row.channel);
      if (channel) await (row.kind === 'deliver' ? this.#tellChannel(row, channel) : this.#askResponder(row, channel));
      await db.query(`update delivery set state = 'done', error = null where id = $1`, [row.id]);
      metrics.count('loop_deliveries_total', 'result="done"');
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      log('warn', 'a delivery failed', {delivery: row.id, channel: row.channel, attempts: row.attempts, ...errorFields(error)});
      await this.#failed(row, error instanceof Refused ? `HTTP ${error.status}` : 'no answer');
    }
  }

  async #tellChannel(row: DeliveryRow, channel: Channel): Promise<void> {
    const payload = await this.#payload(row, channel, 1);
    if (!payload || channel.deliver_url === null) return;
    const answer = delivered.safeParse(await this.#post(channel.deliver_url, channel, row, {type: 'message', ...payload}));
    const told = answer.data?.delivery;
    if (told === undefined) return;
    await write(this.services, row.account, async (work) => setDelivery(work, await Locked.open(work, row.conversation, undefined), row.message, told));
  }

  async #askResponder(row: DeliveryRow, channel: Channel): Promise<void> {
    const payload = await this.#payload(row, channel, thread);
    if (!payload || channel.responder_url === null) return;
    // An agent has taken over meanwhile.
    if (payload.conversation?.state !== 'automated') return;
    const answer = response.parse((await this.#post(channel.responder_url, channel, row, {type: 'respond', ...payload})) ?? {});
    const external = `${channel.id}\nresponse\n${row.id}`;
    await write(this.services, row.account, async (work) => {
      const [before] = await work.query('select 1 from message where account = $1 and external = $2', [row.account, external]);
      if (!before) await respond(work, await Locked.open(work, row.conversation, undefined), answer, external);
    });
  }

  async #payload(row: DeliveryRow, channel: Channel, count: number) {
    const {db} = this.services;
    const [conversations, messages, [ids]] = await Promise.all([
      conversationRows(db, row.account, [row.conversation]),
      // Notes are for colleagues: nothing of them leaves the desk.
      db.query<MessageRow>(
        `select ${messageColumns('m')} from message m where m.account = $1 and m.conversation = $2 and m.kind in ('incoming', 'reply') and not m.deleted
           and m.ord <= (select ord from message x where x.account = $1 and x.id = $3) order by m.ord desc limit $4`,
        [row.account, row.conversation, row.message, count],
      ),
      db.query<{thread: string | null; customer: string | null}>(
        'select c.external as thread, k.external as customer from conversation c join contact k on k.account = c.account and k.id = c.contact where c.account = $1 and c.id = $2',
        [row.account, row.conversation],
      ),
    ]);
    const [message] = messages;
    if (message?.id !== row.message) return undefined;
    const known = conversations.get(row.conversation);
    const conversation = known && {id: known.id, number: known.number, subject: known.subject, state: known.state, topic: known.topic, contact: known.contact};
    return {
      conversation,
      /** What the channel itself calls them. */
      channel: {id: channel.id, conversation: ids?.thread ?? undefined, contact: ids?.customer?.slice(channel.id.length + 1)},
      message: messageOf(message),
      thread: count > 1 ? messages.map(messageOf).toReversed() : undefined,
    };
  }

  async #post(url: string, channel: Channel, row: DeliveryRow, payload: object): Promise<unknown> {
    const {fetch, clock} = this.services;
    const body = JSON.stringify({id: row.id, ...payload});
    const answer = await fetch(url, {
      method: 'POST',
      headers: {'content-type': 'application/json', [signatureHeader]: sign(channel.secret, body, clock.now()), 'Idempotency-Key': row.id},
      body,
      redirect: 'error',
      signal: AbortSignal.any([this.#stop.signal, AbortSignal.timeout(answerMs)]),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Refused(answer.status);
    return text.trim() === '' ? undefined : (JSON.parse(text) as unknown);
  }

  async #failed({id, account, kind, conversation, message, attempts}: DeliveryRow, reason: string): Promise<void> {
    const {db, clock, limits, metrics} = this.services;
    if (attempts < limits.deliveryAttempts) {
      const wait = Math.min(limits.deliveryMaxWaitMs, firstWaitMs * 2 ** (attempts - 1)) * (0.5 + Math.random() / 2);
      await db.query('update delivery set next_at = $2, error = $3 where id = $1', [id, Math.round(clock.now() + wait), reason]);
      metrics.count('loop_deliveries_total', 'result="retried"');
      return;
    }
    metrics.count('loop_deliveries_total', 'result="dead"');
    await write(this.services, account, async (work) => {
      await work.query(`update delivery set state = 'dead', error = $2 where id = $1`, [id, reason]);
      const locked = await Locked.open(work, conversation, undefined);
      // The customer must not wait for a machine that does not answer.
      if (kind === 'respond') return locked.row.state === 'automated' ? handOff(work, locked, 'agent', bot) : undefined;
      return setDelivery(work, locked, message, 'failed', reason);
    });
  }
}

class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly status: number) {
    super(`The channel answered ${status}`);
  }
}
