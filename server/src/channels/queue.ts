import type {Locked} from '../write/locked.js';
import {newId} from '../values.js';
import type {Work} from '../write/write.js';

/** Has a reply told to the channel it goes to, where that wants to be told. In the transaction of the reply: both or neither. */
export const queueDelivery = (work: Work, conversation: Locked, message: string): Promise<void> =>
  queue(work, conversation, message, 'deliver');

/** Has the automated responder asked about a message, where there is one. */
export const queueResponder = (work: Work, conversation: Locked, message: string): Promise<void> =>
  queue(work, conversation, message, 'respond');

async function queue(work: Work, {id, row}: Locked, message: string, kind: 'deliver' | 'respond'): Promise<void> {
  if (row.inbox === null) return;
  const inbox = row.inbox;
  await work.run((add, from) => {
    const [account, now, what] = [add(work.account), add(work.now), add(kind)];
    return `insert into delivery (id, account, channel, kind, conversation, message, next_at, created_at)
      select ${add(newId('d'))}, ${account}, ch.id, ${what}, ${add(id)}, ${add(message)}, ${now}, ${now}${from === '' ? ' from' : `${from},`} channel ch
      where ch.account = ${account} and ch.id = ${add(inbox)}
        and case ${what} when 'deliver' then ch.deliver_url else ch.responder_url end is not null`;
  });
}
