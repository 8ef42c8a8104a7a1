import type {Action, FileInput, Id, Timestamp} from '../../contract/index.js';
import type {MemoryBackend} from './backend/backend.js';
import {plainText} from './backend/plain-text.js';
import {snapshot} from './backend/snapshot.js';
import {colleague, type Colleague} from './colleague.js';
import {begin, newContact, type NewConversation} from './writes/begin.js';
import {attachmentOf, storeFile} from './writes/files.js';
import {receive} from './writes/receive.js';

/** How customers, and a test, act on the backend of a memory adapter. Every change is told to its sessions. */
export interface OutsideWorld {
  contact(contact: {readonly name: string; readonly email: string}): Promise<{readonly id: Id}>;
  /** A conversation that a contact begins. */
  conversation(conversation: NewConversation): Promise<{readonly id: Id}>;
  /** The contact writes on. Answers the message. */
  incoming(conversationId: Id, text: string, file?: FileInput): Promise<{readonly id: Id}>;
  /** The contact writes HTML. */
  incomingHtml(conversationId: Id, html: string): Promise<{readonly id: Id}>;
  /** As many new conversations at once, of one new contact. */
  many(count: number): Promise<readonly Id[]>;
  /** A message that is stored now with an earlier time. */
  setBackdated(conversationId: Id, text: string, at: Timestamp): Promise<{readonly id: Id}>;
  /** Takes a conversation from the sight of these agents, and of no others. */
  hide(conversationId: Id, from: readonly Id[]): Promise<void>;
  /** Forbids something in one conversation, with the sentence to show; undefined allows it again. */
  deny(conversationId: Id, action: Action, sentence: string | undefined): Promise<void>;
  /** What the contact has been sent in this conversation, as plain text. */
  contactSees(conversationId: Id): Promise<readonly string[]>;
  /** What this agent does, without a session of their own. */
  as(agentId: Id): Colleague;
  /** The whole desk as it is kept: give it back through `persist.load`. */
  snapshot(): Promise<unknown>;
}

export function outsideWorld(open: () => Promise<MemoryBackend>): OutsideWorld {
  return {
    contact: async (contact) => {
      const desk = await open();
      return {id: newContact(desk, contact)};
    },
    conversation: async (conversation) => {
      const desk = await open();
      return {id: begin(desk, conversation).id};
    },
    incoming: async (conversationId, text, file) => {
      const desk = await open();
      const row = desk.conversation(conversationId);
      const stored = file && (await storeFile(desk, file, 'file', Number.POSITIVE_INFINITY));
      return {id: receive(desk, row, {format: 'text', value: text}, {attachments: stored && [attachmentOf(stored)]}).id};
    },
    incomingHtml: async (conversationId, html) => {
      const desk = await open();
      return {id: receive(desk, desk.conversation(conversationId), {format: 'html', value: html}).id};
    },
    many: async (count) => {
      const desk = await open();
      const contact = newContact(desk, {name: 'Many Questions', email: 'many@example.com'});
      return Array.from({length: count}, (_, index) => begin(desk, {contact, text: `Question ${index + 1}`}).id);
    },
    setBackdated: async (conversationId, text, at) => {
      const desk = await open();
      const createdAt = new Date(at).toISOString();
      return {id: receive(desk, desk.conversation(conversationId), {format: 'text', value: text}, {createdAt}).id};
    },
    hide: async (conversationId, from) => {
      const desk = await open();
      const row = desk.conversation(conversationId);
      desk.change(row, () => (row.hiddenFrom = from));
    },
    deny: async (conversationId, action, sentence) => {
      const desk = await open();
      const row = desk.conversation(conversationId);
      desk.change(row, () => {
        const {[action]: _before, ...deny} = row.deny ?? {};
        row.deny = sentence === undefined ? deny : {...deny, [action]: sentence};
      });
    },
    contactSees: async (conversationId) => {
      const desk = await open();
      return desk.conversation(conversationId).messages.flatMap((message) =>
        message.kind === 'reply' && !message.deleted ? plainText(message.body) : [],
      );
    },
    as: (agentId) => colleague(open, agentId),
    snapshot: async () => snapshot(await open()),
  };
}
