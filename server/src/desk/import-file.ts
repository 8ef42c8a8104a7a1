import type {ConversationFile, FileConversation, FileMessage} from '../../../src/adapters/memory/conversation-file.js';
import {plainText} from '../../../src/adapters/memory/backend/plain-text.js';
import type {Author, Attachment} from '../../../src/contract/index.js';
import {contactWords} from '../read/contacts.js';
import {priorityNumber} from '../read/lists.js';
import {storeFile} from '../routes/files.js';
import type {Services} from '../services.js';
import {wordsOf} from '../values.js';
import type {Queries} from '../ports/database.js';
import {putAccount, putAgent, putTeam} from './admin.js';

/** Fills a new account with the desk of a conversation file. Nobody looks on yet, so nothing is told. */
export async function importFile(services: Services, account: string, file: ConversationFile): Promise<void> {
  const {db, clock} = services;
  const shift = file.now === undefined ? 0 : clock.now() - Date.parse(file.now);
  const at = (time: string) => Date.parse(time) + shift;
  await putAccount(services, account, file.about?.title);
  for (const agent of file.agents) await putAgent(services, account, agent);
  for (const team of file.teams ?? []) await putTeam(services, account, team);
  const files = await storeAttachments(services, account, file);
  await db.tx(async (tx) => {
    const put = insertInto(tx, account);
    await tx.query('update account set ticket_fields = $2 where id = $1', [account, JSON.stringify(file.ticketFields ?? [])]);
    for (const {id, name, color} of file.tags ?? []) await put('tag', {id, name, color});
    for (const {id, shortcut, body} of file.canned ?? []) await put('canned', {id, shortcut, format: body.format, body: body.value});
    for (const {id, name, description, actions} of file.macros ?? []) await put('macro', {id, name, description, actions: JSON.stringify(actions)});
    for (const [index, {id, label, filter, sort}] of (file.views ?? []).entries()) {
      await put('saved_view', {id, label, filter: JSON.stringify(filter), sort, created_at: index});
    }
    for (const contact of file.contacts) {
      await put('contact', {
        id: contact.id,
        name: contact.name,
        email: contact.email,
        phone: contact.phone,
        avatar_url: contact.avatarUrl,
        company: contact.company,
        blocked: contact.blocked,
        attributes: contact.attributes && JSON.stringify(contact.attributes),
        words: contactWords(contact),
        created_at: clock.now(),
      });
    }
    for (const conversation of file.conversations) await putConversation(put, file, conversation, files, at);
    for (const told of file.notifications ?? []) {
      const me = file.me ?? file.agents[0]?.id;
      const actor = told.by === undefined ? undefined : authorOf(file, told.by, undefined);
      await put('notification', {
        agent: me,
        id: told.id,
        kind: told.kind,
        conversation: told.conversation,
        message: told.message,
        actor: actor && JSON.stringify(actor),
        title: told.title,
        body: told.body,
        read_at: told.readAt && at(told.readAt),
        created_at: at(told.at),
      });
    }
    const numbers = file.conversations.map(({number}) => Number(number) || 0);
    const tickets = file.conversations.flatMap((one) => (one.tickets ?? []).map(({number}) => Number(/\d+$/.exec(number)?.[0] ?? 0)));
    await tx.query('update account set conversation_number = $2, ticket_number = greatest(ticket_number, $3) where id = $1', [
      account,
      Math.max(0, ...numbers),
      Math.max(0, ...tickets),
    ]);
  });
}

type Put = (table: string, row: Readonly<Record<string, unknown>>) => Promise<void>;

/** Columns named `words` are given as words. */
const insertInto =
  (tx: Queries, account: string): Put =>
  async (table, row) => {
    const columns = Object.keys(row);
    const places = columns.map((column, index) => (column === 'words' ? `array_to_tsvector($${index + 2}::text[])` : `$${index + 2}`));
    await tx.query(`insert into ${table} (account, ${columns.join(', ')}) values ($1, ${places.join(', ')})`, [
      account,
      ...columns.map((column) => row[column] ?? null),
    ]);
  };

async function putConversation(
  put: Put,
  file: ConversationFile,
  conversation: FileConversation,
  files: ReadonlyMap<object, string>,
  at: (time: string) => number,
): Promise<void> {
  const {id, messages, escalation, unread = 0} = conversation;
  const contact = file.contacts.find((one) => one.id === conversation.contact);
  const idOf = (message: FileMessage, index: number) => message.id ?? `${id}-${index + 1}`;
  const said = messages.findLastIndex(({kind}) => kind !== 'activity');
  const incoming = messages.flatMap(({kind}, index) => (kind === 'incoming' ? index + 1 : []));
  const firstUnread = unread > 0 ? incoming.at(-unread) : undefined;
  const times = messages.filter(({kind}) => kind !== 'activity').map((message) => at(message.at));
  const created = at(messages[0]?.at ?? '1970-01-01T00:00:00Z');
  const answered = messages.findLastIndex(({kind}) => kind === 'reply');
  const waits = conversation.state === 'archived' ? undefined : messages.find(({kind}, index) => kind === 'incoming' && index > answered);
  await put('conversation', {
    id,
    number: conversation.number,
    subject: conversation.subject,
    state: conversation.state ?? 'active',
    snoozed_until: conversation.snoozedUntil && at(conversation.snoozedUntil),
    channel_kind: conversation.channel.kind,
    channel_name: conversation.channel.name,
    inbox: conversation.channel.inboxId,
    contact: conversation.contact,
    assignee: conversation.assignee,
    team: conversation.team,
    priority: priorityNumber(conversation.priority),
    tags: conversation.tags ?? [],
    topic: conversation.topic,
    sentiment: conversation.sentiment && JSON.stringify(conversation.sentiment),
    escalations: escalation ? 1 : 0,
    handled_by: conversation.handledBy,
    attributes: conversation.attributes && JSON.stringify(conversation.attributes),
    deny: conversation.deny && JSON.stringify(conversation.deny),
    last_ord: messages.length,
    last_incoming_ord: incoming.at(-1) ?? 0,
    read_floor: firstUnread === undefined ? messages.length : firstUnread - 1,
    last_said: said < 0 ? undefined : idOf(messages[said] as FileMessage, said),
    created_at: created,
    activity_at: Math.max(created, ...times),
    waiting_since: waits && at(waits.at),
    words: wordsOf([conversation.subject, conversation.number, contact?.name, contact?.email].filter(Boolean).join(' ')),
  });
  for (const [index, message] of messages.entries()) {
    const format = message.html !== undefined ? 'html' : message.markdown !== undefined ? 'markdown' : 'text';
    const body = message.html ?? message.markdown ?? message.text ?? '';
    const author = authorOf(file, message.by ?? (message.kind === 'incoming' ? 'contact' : 'system'), conversation);
    const attachments = (message.attachments ?? []).map((one, place): Attachment => {
      const stored = files.get(one);
      const {url, ...rest} = one;
      return {...rest, id: stored ?? one.id ?? `${id}-${index + 1}-${place}`, ...(stored === undefined && url !== undefined && {url})};
    });
    const {mail, mentions, activity, replyTo, sentiment, deliveryError} = message;
    await put('message', {
      conversation: id,
      ord: index + 1,
      id: idOf(message, index),
      kind: message.kind,
      author_kind: author.kind,
      author_id: author.id,
      author: JSON.stringify(author),
      format,
      body,
      quoted: message.quoted,
      attachments: JSON.stringify(attachments),
      more: JSON.stringify({mail, mentions, activity, replyTo, sentiment, deliveryError}),
      delivery: message.kind === 'reply' || message.kind === 'note' ? (message.delivery ?? 'sent') : undefined,
      created_at: at(message.at),
      edited_at: message.editedAt && at(message.editedAt),
      deleted: message.deleted ?? false,
      words: message.kind === 'activity' || message.deleted ? undefined : wordsOf(plainText({format, value: body})),
    });
  }
  if (escalation) {
    const by = escalation.by === undefined ? undefined : JSON.stringify(authorOf(file, escalation.by, conversation));
    await put('escalation', {id: `${id}-escalation`, conversation: id, reason: escalation.reason, raised_at: at(escalation.at), by});
  }
  for (const {at: raised, ...ticket} of conversation.tickets ?? []) {
    await put('ticket', {...ticket, conversation: id, client_id: ticket.id, created_at: at(raised)});
  }
}

function authorOf(file: ConversationFile, by: string, conversation: FileConversation | undefined): Author {
  if (by === 'contact') {
    const contact = file.contacts.find(({id}) => id === conversation?.contact);
    return {kind: 'contact', id: contact?.id, name: contact?.name, avatarUrl: contact?.avatarUrl};
  }
  const agent = file.agents.find(({id}) => id === by);
  return agent ? {kind: 'agent', id: agent.id, name: agent.name, avatarUrl: agent.avatarUrl} : {kind: by === 'bot' ? 'bot' : 'system'};
}

/** Files that travel in the desk go into the storage; pictures stay where the page can show them at once. */
async function storeAttachments(services: Services, account: string, {conversations}: ConversationFile): Promise<ReadonlyMap<object, string>> {
  const stored = new Map<object, string>();
  for (const {id, messages} of conversations) {
    for (const attachment of messages.flatMap(({attachments}) => attachments ?? [])) {
      const [, mime, base64, data] = /^data:([^;,]*)[^,]*?(;base64)?,(.*)$/s.exec(attachment.url ?? '') ?? [];
      if (data === undefined || mime?.startsWith('image/')) continue;
      const bytes = base64 ? Buffer.from(data, 'base64') : Buffer.from(decodeURIComponent(data));
      const file = {name: attachment.name, mime: attachment.mime, bytes, public: false, conversation: id};
      stored.set(attachment, await storeFile(services, {account}, file));
    }
  }
  return stored;
}
