import type {Author} from '../../../src/contract/index.js';
import {notFound} from '../errors.js';
import type {Queries} from '../ports/database.js';
import {present} from '../values.js';

/** An agent as the author of what they do. */
export async function authorOf(db: Queries, account: string, agent: string): Promise<Author> {
  return (await authorAndMail(db, account, agent)).author;
}

export async function authorAndMail(db: Queries, account: string, agent: string): Promise<{readonly author: Author; readonly email: string | null}> {
  const [row] = await db.query<{name: string; email: string | null; avatar_url: string | null}>(
    'select name, email, avatar_url from agent where account = $1 and id = $2',
    [account, agent],
  );
  if (!row) throw notFound('agent');
  return {author: {kind: 'agent', id: agent, name: row.name, ...present({avatarUrl: row.avatar_url})}, email: row.email};
}

export const system: Author = {kind: 'system'};
export const bot: Author = {kind: 'bot'};
