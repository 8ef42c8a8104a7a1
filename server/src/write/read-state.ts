import {setRead} from './notify.js';
import type {Locked} from './locked.js';
import type {Work} from './write.js';
import {messageIn} from '../read/messages.js';

/** Up to here this agent has read; only they are told. */
export function setMark(work: Work, conversation: Locked, agent: string, ord: number): void {
  work.finally(
    (add, from) =>
      `insert into read_mark (account, conversation, agent, ord)
       select ${add(work.account)}, ${add(conversation.id)}, ${add(agent)}, ${add(ord)}${from}
       on conflict (account, conversation, agent) do update set ord = excluded.ord, rev = read_mark.rev + 1`,
  );
  work.say({kind: 'conversation', conversation: conversation.id, ref: conversation.id, agent});
}

async function markOf(work: Work, conversation: Locked, agent: string): Promise<number> {
  const [row] = await work.query<{ord: number}>(
    `select coalesce((select ord from read_mark where account = $1 and conversation = $2 and agent = $3), c.read_floor) as ord
     from conversation c where c.account = $1 and c.id = $2`,
    [work.account, conversation.id, agent],
  );
  return row?.ord ?? 0;
}

export async function markRead(work: Work, conversation: Locked, agent: string, upTo: string | undefined): Promise<void> {
  const ord = upTo === undefined ? conversation.row.last_ord : (await messageIn(work, work.account, conversation.id, upTo)).ord;
  if (ord <= (await markOf(work, conversation, agent))) return;
  setMark(work, conversation, agent, ord);
  if (ord < conversation.row.last_incoming_ord) return;
  // What has been read need not be told any more.
  const told = await work.query<{id: string}>(
    `select id from notification where account = $1 and agent = $2 and conversation = $3 and kind = 'new-message' and read_at is null`,
    [work.account, agent, conversation.id],
  );
  if (told.length > 0) await setRead(work, agent, told.map(({id}) => id), work.now);
}

export async function markUnread(work: Work, conversation: Locked, agent: string, from: string | undefined): Promise<void> {
  const ord = from === undefined ? conversation.row.last_incoming_ord : (await messageIn(work, work.account, conversation.id, from)).ord;
  if (ord > 0) setMark(work, conversation, agent, ord - 1);
}
