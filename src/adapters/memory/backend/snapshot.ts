import type {MemoryBackend} from './backend.js';
import {sentKey} from '../writes/send.js';

const format = 'loop-inbox/memory';
const version = 1;

/** All tables of a desk, as they are written down. */
interface Snapshot extends ReturnType<typeof tables> {
  readonly format: typeof format;
  readonly version: typeof version;
}

const tables = (desk: MemoryBackend) => ({
  counters: desk.counters,
  me: desk.me,
  canned: desk.canned,
  ticketFields: desk.ticketFields,
  agents: [...desk.agents.values()],
  teams: [...desk.teams.values()],
  tags: [...desk.tags.values()],
  contacts: [...desk.contacts.values()],
  views: [...desk.views.values()],
  macros: [...desk.macros.values()],
  tickets: [...desk.tickets.values()],
  escalations: [...desk.escalations.values()],
  files: [...desk.files.values()],
  undos: [...desk.undos],
  marks: desk.marks.entries(),
  notifications: desk.notifications.entries(),
  // Rows change in place: what is saved must not change under who saves it.
  conversations: [...desk.conversations.values()].map((row) => ({...row, messages: [...row.messages]})),
});

/** A copy of the whole desk that structured clone can take; files are Blobs in it. */
export const snapshot = (desk: MemoryBackend): Snapshot => ({format, version, ...tables(desk)});

/** @returns false when this is no snapshot that this version reads: the desk is left empty. */
export function restore(desk: MemoryBackend, kept: unknown): boolean {
  if (!isSnapshot(kept)) return false;
  desk.resume(kept.counters);
  desk.me = kept.me;
  desk.canned = kept.canned;
  desk.ticketFields = kept.ticketFields;
  fill(desk.agents, kept.agents);
  fill(desk.teams, kept.teams);
  fill(desk.tags, kept.tags);
  fill(desk.contacts, kept.contacts);
  fill(desk.views, kept.views);
  fill(desk.macros, kept.macros);
  fill(desk.tickets, kept.tickets);
  fill(desk.escalations, kept.escalations);
  fill(desk.files, kept.files);
  for (const [token, undo] of kept.undos) desk.undos.set(token, undo);
  for (const [agentId, conversationId, {order, rev}] of kept.marks) desk.marks.set(agentId, conversationId, order, rev);
  for (const [agentId, notification] of kept.notifications) desk.notifications.put(agentId, notification);
  for (const row of kept.conversations) {
    desk.conversations.set(row.id, {...row, messages: [...row.messages]});
    for (const {id, clientId, author} of row.messages) {
      if (clientId !== undefined && author.id !== undefined) desk.sent.set(sentKey(row.id, author.id, clientId), id);
    }
  }
  return true;
}

const isSnapshot = (kept: unknown): kept is Snapshot =>
  typeof kept === 'object' &&
  kept !== null &&
  (kept as Partial<Snapshot>).format === format &&
  (kept as Partial<Snapshot>).version === version;

function fill<T extends {readonly id: string}>(table: Map<string, T>, records: readonly T[]): void {
  for (const record of records) table.set(record.id, record);
}
