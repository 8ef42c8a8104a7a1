import type {Message, MessageBody} from '../../../src/contract/index.js';
import {plainText} from '../../../src/adapters/memory/backend/plain-text.js';
import {conflict, forbidden, invalid} from '../errors.js';
import {messageColumns, messageIn, messageOf, type MessageRow} from '../read/messages.js';
import {wordsOf} from '../values.js';
import type {Locked} from './locked.js';
import {assertLength} from './send.js';
import type {Work} from './write.js';

/** @throws {AdapterError} unless it is this agent's own and still there. */
async function own(work: Work, conversation: Locked, agent: string, id: string, action: 'edit-message' | 'delete-message'): Promise<MessageRow> {
  conversation.assertAllowed(action);
  const row = await messageIn(work, work.account, conversation.id, id);
  const isOwn = row.author.kind === 'agent' && row.author.id === agent && row.kind !== 'activity';
  if (!isOwn || row.deleted) throw forbidden('Only a message of your own can be changed', action);
  return row;
}

export async function editMessage(
  work: Work,
  conversation: Locked,
  agent: string,
  id: string,
  {format, value}: MessageBody,
  ifVersion: string | undefined,
): Promise<Message> {
  const before = await own(work, conversation, agent, id, 'edit-message');
  if (ifVersion !== undefined && ifVersion !== String(before.rev)) {
    throw conflict('version', 'The message has changed since', messageOf(before));
  }
  if (!value.trim()) throw invalid('body.value', 'must not be empty', 'required');
  assertLength(work, value);
  const [row] = await work.query<MessageRow>(
    `update message as m set format = $3, body = $4, words = array_to_tsvector($5::text[]), edited_at = $6, rev = rev + 1
     where account = $1 and id = $2 returning ${messageColumns('m')}`,
    [work.account, id, format, value, wordsOf(plainText({format, value})), work.now],
  );
  if (!row) throw new Error('A message was not changed');
  tellChanged(work, conversation, id);
  return messageOf(row);
}

export async function removeMessage(work: Work, conversation: Locked, agent: string, id: string): Promise<void> {
  const before = await own(work, conversation, agent, id, 'delete-message');
  if (before.delivery === 'failed') {
    // It never reached anybody: nothing has to stay in its place.
    await work.query('delete from message where account = $1 and id = $2', [work.account, id]);
    const [said] = await work.query<{id: string}>(
      `select id from message where account = $1 and conversation = $2 and kind <> 'activity' order by ord desc limit 1`,
      [work.account, conversation.id],
    );
    conversation.change((row) => void (row.last_said = said?.id ?? null), 'aside');
    work.say({kind: 'plain', conversation: conversation.id, data: {type: 'message.removed', conversationId: conversation.id, messageId: id}});
    return;
  }
  await work.query(
    `update message set deleted = true, body = '', quoted = null, attachments = '[]', words = null, rev = rev + 1 where account = $1 and id = $2`,
    [work.account, id],
  );
  tellChanged(work, conversation, id);
}

/** What became of a reply on its way to the contact. */
export async function setDelivery(work: Work, conversation: Locked, id: string, delivery: 'delivered' | 'read' | 'failed', error?: string): Promise<void> {
  const rank = `array_position(array['sent', 'delivered', 'read', 'failed'], delivery)`;
  const changed = await work.query(
    `update message set delivery = $3, more = case when $4::text is null then more - 'deliveryError' else more || jsonb_build_object('deliveryError', $4::text) end,
       rev = rev + 1
     where account = $1 and id = $2 and kind = 'reply' and delivery is not null and (delivery = 'failed' or ${rank} < array_position(array['sent', 'delivered', 'read', 'failed'], $3))
     returning 1`,
    [work.account, id, delivery, error ?? null],
  );
  if (changed.length > 0) tellChanged(work, conversation, id);
}

function tellChanged(work: Work, conversation: Locked, id: string): void {
  work.say({kind: 'message', conversation: conversation.id, ref: id});
  conversation.change(() => {}, 'aside');
}
