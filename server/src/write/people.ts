import type {Author} from '../../../src/contract/index.js';
import {signedOut} from '../errors.js';
import type {Queries} from '../ports/database.js';
import type {Caller} from '../services.js';
import {present} from '../values.js';

export interface PersonRow {
  readonly name: string;
  readonly email: string | null;
  readonly avatar_url: string | null;
}

/** The agent that a token names, if there is one and they are active: then `PersonRow`, else null. A column of a statement. */
export const personColumn = (account: string, agent: string): string =>
  `(select row_to_json(x) from (select name, email, avatar_url from agent where account = ${account} and id = ${agent} and active) x) as me`;

/** @throws {AdapterError} `auth` for an agent who is not there or no longer active. */
export async function callerOf(db: Queries, account: string, agent: string): Promise<Caller> {
  const [row] = await db.query<{me: PersonRow | null}>(`select ${personColumn('$1', '$2')}`, [account, agent]);
  return callerAs(account, agent, row?.me ?? null);
}

/** @throws {AdapterError} `auth`. */
export function callerAs(account: string, agent: string, me: PersonRow | null): Caller {
  if (!me) throw signedOut('revoked', 'No such agent');
  return {account, agent, email: me.email, author: {kind: 'agent', id: agent, name: me.name, ...present({avatarUrl: me.avatar_url})}};
}

/** Whom a token names, nothing more: whoever gets this has to ask for the person before doing anything. */
export const claimed = (account: string, agent: string): Caller => ({account, agent, email: null, author: {kind: 'agent', id: agent}});

export const system: Author = {kind: 'system'};
export const bot: Author = {kind: 'bot'};
