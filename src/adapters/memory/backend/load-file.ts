import type {Escalation, Message, MessageBody, Timestamp} from '../../../contract/index.js';
import type {ConversationFile, FileConversation, FileMessage} from '../conversation-file.js';
import type {MemoryBackend} from './backend.js';
import {authorOf, contactAuthor, preview} from './projection.js';
import type {ConversationRow} from './rows.js';

/** Fills an empty backend from a file, with all its times moved so that the file's `now` is now. */
export function loadFile(desk: MemoryBackend, file: ConversationFile): void {
  const shift = file.now === undefined ? 0 : desk.clock.now() - Date.parse(file.now);
  const moved = (at: Timestamp): Timestamp => new Date(Date.parse(at) + shift).toISOString();
  desk.me = file.me ?? file.agents[0]?.id;
  desk.canned = file.canned ?? [];
  desk.ticketFields = file.ticketFields ?? [];
  for (const agent of file.agents) desk.agents.set(agent.id, {...agent, type: 'agent'});
  for (const {agents = [], ...team} of file.teams ?? []) desk.teams.set(team.id, {...team, type: 'team', agents});
  for (const tag of file.tags ?? []) desk.tags.set(tag.id, tag);
  for (const contact of file.contacts) desk.putContact(contact);
  for (const macro of file.macros ?? []) desk.macros.set(macro.id, macro);
  for (const view of file.views ?? []) desk.views.set(view.id, view);
  for (const conversation of file.conversations) loadConversation(desk, conversation, moved);
  for (const {conversation, message, by, at, readAt, ...told} of file.notifications ?? []) {
    if (desk.me === undefined) break;
    const contactId = conversation === undefined ? undefined : desk.conversations.get(conversation)?.contactId;
    const actor = by === 'contact' && contactId !== undefined ? contactAuthor(desk, contactId) : by && authorOf(desk, by);
    desk.notifications.put(desk.me, {
      ...told,
      ...stamp(desk),
      conversationId: conversation,
      messageId: message,
      actor: actor || undefined,
      createdAt: moved(at),
      readAt: readAt === undefined ? null : moved(readAt),
    });
  }
  deriveNotifications(desk);
}

const stamp = (desk: MemoryBackend) => {
  const rev = desk.nextRev();
  return {rev, version: String(rev)};
};

function loadConversation(desk: MemoryBackend, from: FileConversation, moved: (at: Timestamp) => Timestamp): void {
  const messages = from.messages.map((message, index) => loadMessage(desk, from, message, index, moved));
  const said = messages.filter(({kind}) => kind !== 'activity');
  const {rev, version} = stamp(desk);
  const createdAt = messages[0]?.createdAt ?? desk.now();
  const row: ConversationRow = {
    id: from.id,
    number: from.number,
    subject: from.subject,
    channel: from.channel,
    contactId: from.contact,
    createdAt,
    attributes: from.attributes,
    deny: from.deny,
    state: from.state ?? 'active',
    snoozedUntil: from.snoozedUntil === undefined ? undefined : moved(from.snoozedUntil),
    assigneeId: from.assignee,
    teamId: from.team,
    priority: from.priority,
    tagIds: from.tags ?? [],
    topic: from.topic,
    sentiment: from.sentiment && {...from.sentiment, at: from.sentiment.at && moved(from.sentiment.at)},
    handledBy: from.handledBy ?? (from.state === 'automated' ? 'bot' : undefined),
    activityAt: said.at(-1)?.createdAt ?? createdAt,
    waitingSince: from.state === 'archived' ? null : waitingSince(said),
    escalationIds: [],
    messages,
    readFloor: messages.at(-1)?.order ?? '',
    misses: 0,
    next: from.next ?? [],
    version: Number(version),
    rev,
  };
  if (from.escalation) {
    const {reason, at, by} = from.escalation;
    const escalation: Escalation = {
      ...stamp(desk),
      id: `${from.id}-escalation`,
      conversationId: from.id,
      reason,
      raisedAt: moved(at),
      by: by === undefined ? undefined : authorOf(desk, by),
    };
    desk.escalations.set(escalation.id, escalation);
    row.escalationIds = [escalation.id];
  }
  for (const {at, ...ticket} of from.tickets ?? []) {
    desk.tickets.set(ticket.id, {...ticket, ...stamp(desk), conversationId: from.id, createdAt: moved(at)});
  }
  desk.conversations.set(row.id, row);
  markUnread(desk, row, from.unread ?? 0);
}

function loadMessage(
  desk: MemoryBackend,
  {id: conversationId, contact}: FileConversation,
  {id, kind, by, at, text, markdown, html, quoted, attachments, editedAt, sentiment, ...rest}: FileMessage,
  index: number,
  moved: (at: Timestamp) => Timestamp,
): Message {
  const author = by ?? (kind === 'incoming' ? 'contact' : 'system');
  const messageId = id ?? `${conversationId}-${index + 1}`;
  const body: MessageBody =
    markdown !== undefined
      ? {format: 'markdown', value: markdown}
      : html !== undefined
        ? {format: 'html', value: html}
        : {format: 'text', value: text ?? ''};
  const written = kind === 'reply' || kind === 'note';
  return {
    ...rest,
    ...stamp(desk),
    id: messageId,
    conversationId,
    kind,
    order: desk.nextOrder(),
    author: author === 'contact' ? contactAuthor(desk, contact) : authorOf(desk, author),
    body: quoted === undefined ? body : {...body, quoted},
    attachments: (attachments ?? []).map((file, number) => ({...file, id: file.id ?? `${messageId}-file-${number + 1}`})),
    createdAt: moved(at),
    editedAt: editedAt === undefined ? undefined : moved(editedAt),
    delivery: written ? (rest.delivery ?? 'sent') : undefined,
    sentiment: sentiment && {...sentiment, at: sentiment.at && moved(sentiment.at)},
  };
}

/** Since the first message of the contact that nobody answered. */
function waitingSince(said: readonly Message[]): Timestamp | null {
  const answered = said.findLastIndex(({kind}) => kind === 'reply');
  return said.slice(answered + 1).find(({kind}) => kind === 'incoming')?.createdAt ?? null;
}

function markUnread(desk: MemoryBackend, row: ConversationRow, unread: number): void {
  if (desk.me === undefined || unread < 1) return;
  const first = row.messages.filter(({kind}) => kind === 'incoming').at(-unread) ?? row.messages[0];
  const place = first ? row.messages.indexOf(first) : 0;
  desk.marks.set(desk.me, row.id, row.messages[place - 1]?.order ?? '', row.rev);
}

/** What follows from the conversations themselves: unread messages and escalations of what is mine. */
function deriveNotifications(desk: MemoryBackend): void {
  const {me} = desk;
  if (me === undefined) return;
  const told = new Set(desk.notifications.entries().map(([, {kind, conversationId}]) => `${kind} ${conversationId}`));
  for (const row of desk.conversations.values()) {
    if (row.assigneeId !== me || row.state === 'archived' || row.state === 'automated') continue;
    const title = row.subject ?? desk.contacts.get(row.contactId)?.name ?? row.number ?? '';
    const base = () => ({...stamp(desk), id: desk.newId('n'), conversationId: row.id, title, readAt: null});
    const incoming = row.messages.findLast(({kind}) => kind === 'incoming');
    if (incoming && desk.marks.unread(me, row) > 0 && !told.has(`new-message ${row.id}`)) {
      const news = {messageId: incoming.id, actor: incoming.author, body: preview(incoming), createdAt: incoming.createdAt};
      desk.notifications.put(me, {...base(), ...news, kind: 'new-message'});
    }
    for (const id of row.escalationIds) {
      const escalation = desk.escalations.get(id);
      if (!escalation || told.has(`escalation ${row.id}`)) continue;
      const news = {actor: escalation.by, body: escalation.reason, createdAt: escalation.raisedAt};
      desk.notifications.put(me, {...base(), ...news, kind: 'escalation'});
    }
  }
}

