import type {Attachment, Message, NewMessage, SendResult, UploadRef} from '../../../src/contract/index.js';
import {conflict, invalid, notFound} from '../errors.js';
import {messageColumns, messageOf, type MessageRow} from '../read/messages.js';
import {conversationFor, previewOf} from '../read/conversations.js';
import type {Queries} from '../ports/database.js';
import {hashOf} from '../values.js';
import {queueDelivery} from '../channels/queue.js';
import {Locked} from './locked.js';
import {notify} from './notify.js';
import {callerAs, callerOf, personColumn, type PersonRow} from './people.js';
import {setMark} from './read-state.js';
import {assertState, move, stateChange, type Moved} from './state.js';
import type {Add, Work} from './write.js';

export type SentMessage = Omit<NewMessage, 'attachments'> & {readonly attachments?: readonly UploadRef[]};

export interface Sent {
  readonly result: SendResult;
  readonly replayed: boolean;
}

/** Stores a reply or note once: a second call with the same client id answers with what the first one stored. */
export async function send(work: Work, agent: string, message: SentMessage): Promise<Sent> {
  // Who sends the same at the same moment waits for the first, or is overtaken by it, and then finds what it stored.
  const {conversation, beside} = await Locked.openWith<Beside>(work, message.conversationId, agent, besides(agent, message)).catch(async (error: unknown) => {
    // Whoever is nobody here is told so, not that there is no such conversation.
    await callerOf(work, work.account, agent);
    throw error;
  });
  const {author, email} = callerAs(work.account, agent, beside.me);
  const sentHash = hashOf([message.kind, message.body.format, message.body.value, (message.attachments ?? []).map(({ref}) => ref), message.replyTo, message.thenState]);
  const {sent: earlier} = beside;
  if (earlier) {
    if (earlier.sent_hash !== sentHash) throw conflict('client-id-reused', 'This client id was used for another message');
    return {result: await repeated(work, agent, earlier), replayed: true};
  }
  await assertSendable(work, conversation, beside, message);
  const hasReadAll = beside.read_ord >= conversation.row.last_incoming_ord;
  const attachments = await attach(work, conversation, agent, message.attachments ?? []);
  const stored = await conversation.append({
    kind: message.kind,
    author,
    format: message.body.format,
    body: message.body.value,
    attachments,
    clientId: message.clientId,
    sentHash,
    delivery: 'sent',
    more: {
      ...(message.mail && {mail: {...message.mail, from: {address: email ?? '', name: author.name}}}),
      ...(message.mentions && {mentions: message.mentions}),
      ...(message.replyTo !== undefined && {replyTo: message.replyTo}),
    },
  });
  if (hasReadAll) setMark(work, conversation, agent, conversation.row.last_ord);
  const news = {kind: 'mention', actor: author, body: previewOf(stored), messageId: stored.id} as const;
  await notify(work, conversation, message.mentions ?? [], news);
  if (message.kind === 'reply') await queueDelivery(work, conversation, stored.id);
  if (message.thenState === undefined) return {result: {message: stored}, replayed: false};
  const moved = await move(work, conversation, message.thenState, agent, author);
  await work.query('update message set sent_state = $3 where account = $1 and id = $2', [work.account, stored.id, JSON.stringify(moved)]);
  return {result: {message: stored, state: await stateChange(work, conversation, agent, moved)}, replayed: false};
}

type SentRow = MessageRow & {readonly sent_hash: string | null; readonly sent_state: Moved | null};

/** What decides, besides the conversation, whether a message may be sent. */
interface Beside {
  readonly me: PersonRow | null;
  /** What was sent under this client id. */
  readonly sent: SentRow | null;
  /** How far its author has read. */
  readonly read_ord: number;
  readonly knows_reply: boolean;
  /** The newest message of others after the last one this agent has seen. My own are no news to me: two in a row must not stop each other. */
  readonly newer: MessageRow | null;
}

const sentColumn = (agent: string, clientId: string): string =>
  `(select row_to_json(x) from (select ${messageColumns('m')}, m.sent_hash, m.sent_state from message m
     where m.account = c.account and m.conversation = c.id and m.author_id = ${agent} and m.client_id = ${clientId}) x) as sent`;

const besides =
  (agent: string, {clientId, replyTo, lastSeen}: SentMessage) =>
  (add: Add): string => {
    const [by, client, reply, seen] = [add(agent), add(clientId), add(replyTo ?? null), add(lastSeen ?? null)];
    return `${personColumn('c.account', by)}, ${sentColumn(by, client)},
      coalesce((select r.ord from read_mark r where r.account = c.account and r.conversation = c.id and r.agent = ${by}), c.read_floor) as read_ord,
      exists (select 1 from message m where m.account = c.account and m.conversation = c.id and m.id = ${reply}) as knows_reply,
      (select row_to_json(x) from (select ${messageColumns('m')} from message m
         where m.account = c.account and m.conversation = c.id
           and m.ord > (select s.ord from message s where s.account = c.account and s.conversation = c.id and s.id = ${seen})
           and (m.kind = 'incoming' or (m.kind = 'reply' and m.author_id is distinct from ${by})) order by m.ord desc limit 1) x) as newer`;
  };

async function repeated(work: Work, agent: string, row: SentRow): Promise<SendResult> {
  const message = messageOf(row);
  if (!row.sent_state) return {message};
  const conversation = await conversationFor(work, work.account, agent, row.conversation);
  return {message, state: {conversation, ...row.sent_state}};
}

async function assertSendable(work: Work, conversation: Locked, {knows_reply, newer}: Beside, message: SentMessage): Promise<void> {
  const {kind, body, attachments = [], mentions = [], replyTo, thenState} = message;
  conversation.assertAllowed(kind);
  if (attachments.length > 0) conversation.assertAllowed('attach');
  if (body.value.trim() === '' && attachments.length === 0) throw invalid('body.value', 'must not be empty', 'required');
  assertLength(work, body.value);
  if (mentions.length > 0 && kind !== 'note') throw invalid('mentions', 'only a note names colleagues');
  await assertAgents(work, mentions);
  if (replyTo !== undefined && !knows_reply) throw invalid('replyTo', 'no such message here');
  if (thenState !== undefined) assertState(conversation, thenState);
  if (kind === 'reply' && newer) throw conflict('stale-reply', 'There is a newer message in this conversation', messageOf(newer) satisfies Message);
}

export function assertLength(work: Work, text: string): void {
  if (text.length > work.maxBodyChars) throw invalid('body.value', `must be at most ${work.maxBodyChars} characters`, 'maxLength');
}

async function assertAgents(work: Work, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const known = await work.query<{id: string}>('select id from agent where account = $1 and id = any($2::text[])', [work.account, ids]);
  const unknown = ids.findIndex((id) => !known.some((agent) => agent.id === id));
  if (unknown >= 0) throw invalid(`mentions.${unknown}`, 'no such agent');
}

interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
}

/** Makes files that wait since their upload part of a message. */
async function attach(work: Work, conversation: Locked, agent: string, refs: readonly UploadRef[]): Promise<Attachment[]> {
  const attachments: Attachment[] = [];
  for (const [index, {ref}] of refs.entries()) {
    const [file] = await work.query<FileRow>(
      `update file set conversation = $4 where account = $1 and id = $2 and uploaded_by = $3 and conversation is null and not public
       returning id, name, mime, bytes`,
      [work.account, ref, agent, conversation.id],
    );
    if (!file) throw invalid(`attachments.${index}`, 'no such upload, or used already');
    attachments.push({id: file.id, name: file.name, mime: file.mime, bytes: file.bytes});
  }
  return attachments;
}

/** The stored message of a client id. @throws {AdapterError} `not-found`. */
export async function lookUp(db: Queries, account: string, conversation: string, agent: string, clientId: string): Promise<Message> {
  const [row] = await db.query<{sent: SentRow | null}>(`select ${sentColumn('$3', '$4')} from conversation c where c.account = $1 and c.id = $2`, [
    account,
    conversation,
    agent,
    clientId,
  ]);
  if (!row?.sent) throw notFound('message');
  return messageOf(row.sent);
}

/** With nothing else to be written than itself, as nearly all are. */
export const goesAlone = ({attachments = [], mentions = [], thenState}: Omit<SentMessage, 'conversationId' | 'clientId'>): boolean =>
  attachments.length === 0 && mentions.length === 0 && thenState === undefined;
