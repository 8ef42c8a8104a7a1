import {importFile} from '../src/desk/import-file.js';
import {openPostgres} from '../src/ports/postgres.js';
import {startServer} from '../test/support/desk.js';

/** An empty database's accounts `a0`, `a1` …, each with its agents `g0` …, its conversations `c0` …, and one message in each of these. */
export async function fill(url: string, {accounts, agents, conversations}: {readonly accounts: number; readonly agents: number; readonly conversations: number}): Promise<void> {
  const db = openPostgres({url});
  const server = await startServer(db);
  for (let account = 0; account < accounts; account++) {
    await importFile(server.services, `a${account}`, {
      format: 'loop-inbox/conversations',
      version: 1,
      agents: Array.from({length: agents}, (_, agent) => ({id: `g${agent}`, name: `Agent ${agent}`})),
      contacts: [{id: 'k', name: 'Kim'}],
      conversations: Array.from({length: conversations}, (_, index) => ({
        id: `c${index}`,
        contact: 'k',
        channel: {kind: 'web-chat'},
        messages: [{kind: 'incoming' as const, at: '2026-03-23T09:00:00Z', text: 'Hello?'}],
      })),
    });
  }
  await db.query('vacuum analyze');
  await server.close();
  await db.close();
}
