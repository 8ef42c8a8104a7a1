import type {Author} from '../../../src/contract/index.js';
import type {Queries} from '../ports/database.js';
import type {Caller} from '../services.js';
import {present} from '../values.js';

/** @returns undefined for an agent who is not there or no longer active. */
export async function callerOf(db: Queries, account: string, agent: string): Promise<Caller | undefined> {
  const [row] = await db.query<{name: string; email: string | null; avatar_url: string | null}>(
    'select name, email, avatar_url from agent where account = $1 and id = $2 and active',
    [account, agent],
  );
  return row && {account, agent, email: row.email, author: {kind: 'agent', id: agent, name: row.name, ...present({avatarUrl: row.avatar_url})}};
}

export const system: Author = {kind: 'system'};
export const bot: Author = {kind: 'bot'};
