import {queueDelivery} from './queue.js';
import {handOff} from '../write/attention.js';
import type {Locked} from '../write/locked.js';
import {bot} from '../write/people.js';
import type {Work} from '../write/write.js';
import type {ResponderAnswer} from './schemas.js';

/** Does what the automated responder says, while the conversation is still its own. */
export async function respond(work: Work, conversation: Locked, {reply, handOver, note}: ResponderAnswer, external?: string): Promise<void> {
  if (conversation.row.state !== 'automated') return;
  if (reply) {
    const stored = await conversation.append({kind: 'reply', author: bot, format: reply.format, body: reply.value, delivery: 'sent', external});
    await queueDelivery(work, conversation, stored.id);
  }
  if (note !== undefined) await conversation.append({kind: 'note', author: bot, format: 'text', body: note, delivery: 'sent'});
  if (handOver) await handOff(work, conversation, 'agent', bot);
}
