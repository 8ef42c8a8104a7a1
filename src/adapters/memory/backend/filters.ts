import {AdapterError, type ConversationFilter, type Id} from '../../../contract/index.js';
import type {ReadMarks} from './read-marks.js';
import type {ConversationRow} from './rows.js';

export interface Reader {
  readonly agentId: Id;
  readonly marks: ReadMarks;
}

type Test<K extends keyof ConversationFilter> = (
  row: ConversationRow,
  wanted: NonNullable<ConversationFilter[K]>,
  reader: Reader,
) => boolean;

const tests: {readonly [K in keyof Required<ConversationFilter>]: Test<K>} = {
  assignee: (row, wanted, {agentId}) =>
    wanted === 'none' ? row.assigneeId === undefined : row.assigneeId === (wanted === 'me' ? agentId : wanted),
  team: (row, wanted) => row.teamId === wanted,
  tags: (row, wanted) => wanted.every((tag) => row.tagIds.includes(tag)),
  channel: (row, wanted) => row.channel.kind === wanted,
  inbox: (row, wanted) => row.channel.inboxId === wanted,
  contact: (row, wanted) => row.contactId === wanted,
  unread: (row, wanted, {agentId, marks}) => marks.unread(agentId, row) > 0 === wanted,
  priority: (row, wanted) => row.priority === wanted,
  topic: (row, wanted) => row.topic === wanted,
  escalated: (row, wanted) => row.escalationIds.length > 0 === wanted,
  updatedSince: (row, wanted) => Date.parse(row.activityAt) >= Date.parse(wanted),
};

export const filterKeys = Object.keys(tests) as (keyof ConversationFilter)[];

/**
 * One test for a whole filter.
 *
 * @throws {AdapterError} `unsupported` for a key this backend does not know.
 */
export function filterTest(filter: ConversationFilter, reader: Reader): (row: ConversationRow) => boolean {
  const checks = Object.entries(filter)
    .filter(([, wanted]) => wanted !== undefined)
    .map(([key, wanted]) => {
      if (!Object.hasOwn(tests, key)) {
        throw new AdapterError({code: 'unsupported', feature: `filter.${key}`, message: `No filter '${key}'`});
      }
      const test = tests[key as keyof ConversationFilter] as Test<never>;
      return (row: ConversationRow) => test(row, wanted as never, reader);
    });
  return (row) => checks.every((check) => check(row));
}
