import type {Author} from '../../../contract/index.js';
import type {MemoryBackend} from '../backend/backend.js';
import {plainText} from '../backend/plain-text.js';
import type {ConversationRow} from '../backend/rows.js';
import {handOff} from '../writes/automation.js';
import {append} from '../writes/messages.js';

const bot: Author = {kind: 'bot'};
const thinkMs = 1_800;
const missesBeforeHandOff = 2;

/** What the automated responder knows. The first rule that fits answers. */
const rules: readonly (readonly [asks: RegExp, answer: string])[] = [
  [/\b(open|opening|hours|closed?|sunday|weekend)\b/i, 'We are there from Monday to Friday, 9:00 to 17:00, and on Saturday until 13:00.'],
  [/\b(track|tracking|where is|parcel|package|deliver\w*|shipp?\w*)\b/i, 'A parcel takes two to four working days. The link in your shipping mail shows where it is right now.'],
  [/\b(return|refund|money back|send (it|them) back)\b/i, 'You can send things back within 30 days. The return label is in your account under “Orders”; the money follows three days after it arrives.'],
  [/\b(invoice|receipt|bill)\b/i, 'Every invoice is in your account under “Orders”, as a PDF.'],
  [/\b(password|log ?in|sign ?in|locked out)\b/i, 'Choose “Forgot password” where you sign in: the mail with the link is there within a minute.'],
  [/\b(size|fit|too (small|big|large))\b/i, 'The size table is below the pictures of each product. Between two sizes, take the larger one.'],
  [/\b(pay|payment|card|voucher|gift card)\b/i, 'You can pay by card, bank transfer or voucher; a voucher is entered on the last page of the order.'],
  [/\b(cancel|change my order)\b/i, 'An order can be changed or cancelled in your account until it is packed, usually for two hours.'],
  [/^\W*(hi|hello|hey|good (morning|afternoon|evening))\b/i, 'Hello! I can help with orders, parcels, returns and your account. What is it about?'],
  [/\b(thanks?|thank you|great|perfect)\b/i, 'You are welcome. Write here again whenever you need something.'],
];

const wantsPerson = /\b(human|person|agent|somebody|someone|real people|speak to|talk to)\b/i;

/** Answers in automated conversations, and hands over what it cannot. */
export function startResponder(desk: MemoryBackend): void {
  desk.onIncoming.add((row) => {
    if (row.state !== 'automated') return;
    desk.tell(row.id, undefined, {type: 'typing', conversationId: row.id, author: bot, kind: 'reply', on: true, ttlMs: thinkMs});
    desk.schedule.in(thinkMs, () => answer(desk, row));
  });
}

function answer(desk: MemoryBackend, row: ConversationRow): void {
  const newest = row.messages.findLast(({kind}) => kind === 'incoming' || kind === 'reply');
  // Taken over meanwhile, or answered together with an earlier one.
  if (row.state !== 'automated' || newest?.kind !== 'incoming') return;
  const asked = plainText(newest.body);
  if (wantsPerson.test(asked)) return giveUp(desk, row, 'Of course: I am bringing in a colleague.');
  const known = rules.find(([asks]) => asks.test(asked))?.[1];
  if (known !== undefined) {
    row.misses = 0;
    return say(desk, row, known);
  }
  row.misses++;
  if (row.misses >= missesBeforeHandOff) return giveUp(desk, row, 'I cannot answer that, so I am handing you over to a colleague.');
  say(desk, row, 'I did not understand that. Could you say it in other words?');
}

function giveUp(desk: MemoryBackend, row: ConversationRow, words: string): void {
  say(desk, row, words);
  // Whoever takes it over still owes the answer.
  const waitingSince = row.messages.findLast(({kind}) => kind === 'incoming')?.createdAt ?? null;
  desk.change(row, () => (row.waitingSince = waitingSince));
  handOff(desk, row, 'agent', bot);
}

function say(desk: MemoryBackend, row: ConversationRow, words: string): void {
  append(desk, row, {kind: 'reply', author: bot, body: {format: 'text', value: words}, delivery: 'sent'});
}
