import type {Attachment} from '../../../src/contract/index.js';
import {invalid} from '../errors.js';
import {storeFile, assertType} from '../routes/files.js';
import type {Services} from '../services.js';
import {putContact} from '../write/contacts.js';
import {Locked} from '../write/locked.js';
import {begin, receive, type Incoming as Said} from '../write/receive.js';
import {write, type Work} from '../write/write.js';
import type {Channel} from './channel.js';
import type {Incoming} from './schemas.js';

export interface Taken {
  readonly conversationId: string;
  readonly messageId: string;
  readonly replayed: boolean;
}

/** Takes a message in, once for each id the channel gives it. */
export async function takeIn(services: Services, channel: Channel, incoming: Incoming): Promise<Taken> {
  const {account} = channel;
  const external = externalOf(channel, incoming.id);
  const before = await earlier(services.db, account, external);
  if (before) return before;
  if (incoming.body.value.trim() === '' && !incoming.attachments?.length) throw invalid('body.value', 'must not be empty', 'required');
  const attachments = await store(services, channel, incoming);
  const said: Said = {
    format: incoming.body.format,
    body: incoming.body.value,
    quoted: incoming.body.quoted,
    mail: incoming.mail,
    sentiment: incoming.sentiment,
    attachments,
    createdAt: incoming.at === undefined ? undefined : Date.parse(incoming.at),
    external,
  };
  try {
    return await write(services, account, async (work) => {
      const contact = await putContact(work, {...incoming.contact, external: externalOf(channel, incoming.contact.id)});
      const known = await openConversation(work, channel, contact, incoming.conversation?.id);
      const {conversationId, messageId} =
        known === undefined
          ? await beginOne(work, channel, contact, incoming, said)
          : {conversationId: known, messageId: (await receive(work, await Locked.open(work, known, undefined), said)).id};
      for (const {id} of attachments) await work.query('update file set conversation = $3 where account = $1 and id = $2', [account, id, conversationId]);
      return {conversationId, messageId, replayed: false};
    });
  } catch (error) {
    // The same message came in twice at this very moment: the other one was stored.
    const twin = await earlier(services.db, account, external);
    if (twin) return twin;
    throw error;
  }
}

const externalOf = (channel: Channel, id: string): string => `${channel.id}\n${id}`;

async function earlier({query}: Pick<Work, 'query'>, account: string, external: string): Promise<Taken | undefined> {
  const [row] = await query<{conversation: string; id: string}>('select conversation, id from message where account = $1 and external = $2', [account, external]);
  return row && {conversationId: row.conversation, messageId: row.id, replayed: true};
}

/** The channel's own thread, or, where it has none, what this contact said last on it and is not archived. */
async function openConversation(work: Work, channel: Channel, contact: string, thread: string | undefined): Promise<string | undefined> {
  // Two first messages of one contact at the same moment are one conversation: who comes second waits here.
  await work.query('select 1 from contact where account = $1 and id = $2 for update', [work.account, contact]);
  const [row] =
    thread === undefined
      ? await work.query<{id: string}>(
          `select id from conversation where account = $1 and contact = $2 and inbox = $3 and external is null and state <> 'archived'
           order by activity_at desc limit 1`,
          [work.account, contact, channel.id],
        )
      : await work.query<{id: string}>('select id from conversation where account = $1 and inbox = $2 and external = $3', [work.account, channel.id, thread]);
  return row?.id;
}

async function beginOne(work: Work, channel: Channel, contact: string, {conversation}: Incoming, first: Said) {
  const begun = await begin(work, {
    contact,
    subject: conversation?.subject,
    topic: conversation?.topic,
    automated: channel.responder_url !== null,
    channel: {kind: channel.kind, name: channel.name ?? undefined, inbox: channel.id},
    external: conversation?.id,
    visibleTo: channel.visible_to ?? undefined,
    first,
  });
  return {conversationId: begun.conversation.id, messageId: begun.message.id};
}

async function store(services: Services, {account}: Channel, {attachments = []}: Incoming): Promise<Attachment[]> {
  const stored: Attachment[] = [];
  for (const {name, mime, base64} of attachments) {
    assertType(mime, services.limits.fileTypes);
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.byteLength > services.limits.maxFileBytes) throw invalid('attachments', `must be at most ${services.limits.maxFileBytes} bytes`, 'maxBytes');
    stored.push({id: await storeFile(services, {account}, {name, mime, bytes, public: false}), name, mime, bytes: bytes.byteLength});
  }
  return stored;
}
