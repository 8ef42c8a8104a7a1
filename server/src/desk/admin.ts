import {randomBytes} from 'node:crypto';
import type {Availability} from '../../../src/contract/index.js';
import {notFound} from '../errors.js';
import type {Services} from '../services.js';
import {Locked} from '../write/locked.js';
import {write} from '../write/write.js';

/** What an operator does; none of it is reached from the network. */

export interface NewAgent {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly avatarUrl?: string;
  readonly availability?: Availability;
  readonly signature?: string;
  readonly admin?: boolean;
}

export async function putAccount({db, clock}: Services, id: string, name = id): Promise<void> {
  await db.query('insert into account (id, name, epoch, created_at) values ($1, $2, $3, $4) on conflict (id) do update set name = excluded.name', [
    id,
    name,
    newEpoch(),
    clock.now(),
  ]);
}

const newEpoch = (): string => randomBytes(6).toString('hex');

/** After a restored backup: every cursor of before is met with a reset, whatever numbers it names. */
export async function renewEpochs({db}: Services): Promise<void> {
  for (const {id} of await db.query<{id: string}>('select id from account', [])) {
    await db.query('update account set epoch = $2 where id = $1', [id, newEpoch()]);
  }
}

export async function putAgent({db}: Services, account: string, agent: NewAgent): Promise<void> {
  await db.query(
    `insert into agent (account, id, name, email, avatar_url, availability, signature, admin) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (account, id) do update set name = excluded.name, email = excluded.email, admin = excluded.admin, active = true`,
    [
      account,
      agent.id,
      agent.name,
      agent.email ?? null,
      agent.avatarUrl ?? null,
      agent.availability ?? 'offline',
      agent.signature ?? null,
      agent.admin ?? false,
    ],
  );
}

/** Ends what an agent may do, at once: their token is refused, their streams tell nothing more. */
export async function removeAgent({db}: Services, account: string, agent: string): Promise<void> {
  await db.query('update agent set active = false where account = $1 and id = $2', [account, agent]);
}

export async function putTeam({db}: Services, account: string, team: {readonly id: string; readonly name: string; readonly agents?: readonly string[]}): Promise<void> {
  await db.tx(async (tx) => {
    await tx.query('insert into team (account, id, name) values ($1, $2, $3) on conflict (account, id) do update set name = excluded.name', [account, team.id, team.name]);
    await tx.query('delete from team_member where account = $1 and team = $2', [account, team.id]);
    await tx.query('insert into team_member (account, team, agent) select $1, $2, unnest($3::text[])', [account, team.id, team.agents ?? []]);
  });
}

export interface NewChannel {
  readonly id: string;
  readonly kind: string;
  readonly name?: string;
  readonly secret: string;
  readonly deliverUrl?: string;
  readonly responderUrl?: string;
  /** 'agent:ID' or 'team:ID'; absent: everybody of the account. */
  readonly visibleTo?: readonly string[];
}

export async function putChannel({db}: Services, account: string, channel: NewChannel): Promise<void> {
  await db.query(
    `insert into channel (id, account, kind, name, secret, deliver_url, responder_url, visible_to) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (id) do update set kind = excluded.kind, name = excluded.name, secret = excluded.secret, deliver_url = excluded.deliver_url,
       responder_url = excluded.responder_url, visible_to = excluded.visible_to where channel.account = excluded.account`,
    [
      channel.id,
      account,
      channel.kind,
      channel.name ?? null,
      channel.secret,
      channel.deliverUrl ?? null,
      channel.responderUrl ?? null,
      channel.visibleTo ? [...channel.visibleTo, 'admin'] : null,
    ],
  );
}

/** Says who may see a conversation from now on; whoever may no longer is told that it is gone. @param to null: everybody. */
export async function setVisibleTo(services: Services, account: string, conversation: string, to: readonly string[] | null): Promise<void> {
  await write(services, account, async (work) => {
    const locked = await Locked.open(work, conversation, undefined);
    const after = to && [...to, 'admin'];
    const lost = await work.query<{id: string}>(
      `select id from agent where account = $1 and ($2::text[] is null or $2 && loop_principals(account, id))
         and not ($3::text[] is null or $3 && loop_principals(account, id))`,
      [account, locked.row.visible_to, after],
    );
    locked.change((row) => void (row.visible_to = after));
    for (const {id} of lost) work.say({kind: 'plain', agent: id, data: {type: 'conversation.removed', id: conversation}});
  });
}

export async function deadDeliveries({db}: Services): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return db.query(`select id, account, channel, kind, conversation, message, attempts, error from delivery where state = 'dead' order by created_at`, []);
}

/** Has a dead delivery tried again from the beginning. */
export async function reviveDelivery({db, clock}: Services, id: string): Promise<void> {
  const found = await db.query(`update delivery set state = 'waiting', attempts = 0, next_at = $2 where id = $1 and state = 'dead' returning 1`, [id, clock.now()]);
  if (found.length === 0) throw notFound('dead delivery');
}
