import type {
  CallOptions,
  Conversation,
  ConversationFilter,
  ConversationQuery,
  ConversationSort,
  Page,
} from '../../contract/index.js';
import type {Desk} from './desk.js';
import {missing, unsupported} from './failures.js';
import {isAfter, markAfter, readMark, sorts, type Mark, type Sort} from './list-mark.js';
import type {RtTicket} from './records.js';
import {isInState} from './statuses.js';
import {all, customField, isId, quoted} from './ticket-sql.js';
import {conversationOf, inQueues, maxRows, searchTickets} from './tickets.js';

const defaultLimit = 30;

export async function listConversations(desk: Desk, query: ConversationQuery, options: CallOptions): Promise<Page<Conversation>> {
  desk.client.assertMayBegin(options.signal);
  const sort = sortOf(query.sort);
  const condition = all(inQueues(desk), inView(desk, query.view), ...conditionsOf(desk, query.filter ?? {}));
  const mark = query.cursor === undefined ? undefined : readMark(query.cursor, sort);
  const limit = Math.max(1, Math.min(query.limit ?? defaultLimit, maxRows - 1));
  const {rows, total} = await rowsAfter(desk, condition, sort, mark, limit + 1, options);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map((ticket) => conversationOf(desk, ticket)),
    next: rows.length > limit && last ? markAfter(last, sort, (mark?.seen ?? 0) + items.length) : undefined,
    total: mark ? undefined : total,
  };
}

function sortOf(sort: ConversationSort = 'activity-desc'): Sort {
  if (sort in sorts) return sort as Sort;
  throw unsupported(`sort.${sort}`, `Request Tracker's lists have no order '${sort}'`);
}

function inView({options}: Desk, view: string): string {
  if (view === 'active' || view === 'archived') return isInState(options.statuses, view);
  throw missing('view');
}

function conditionsOf(desk: Desk, filter: ConversationFilter): readonly string[] {
  return (Object.keys(filter) as readonly (keyof ConversationFilter)[])
    .filter((key) => filter[key] !== undefined)
    .map((key) => {
      const condition = conditionOf(desk, key, filter);
      if (condition !== undefined) return condition;
      throw unsupported(`filter.${key}`, `Request Tracker's lists have no filter '${key}'`);
    });
}

function conditionOf(
  {tagsField}: Desk,
  key: keyof ConversationFilter,
  {assignee, contact, inbox, tags}: ConversationFilter,
): string | undefined {
  if (key === 'assignee' && assignee === 'me') return `Owner = '__CurrentUser__'`;
  if (key === 'assignee' && assignee === 'none') return `Owner = 'Nobody'`;
  if (key === 'assignee' && assignee !== undefined) return isId('Owner.id', assignee);
  if (key === 'contact' && contact !== undefined) return isId('Requestor.id', contact);
  if (key === 'inbox' && inbox !== undefined) return isId('Queue', inbox);
  if (key === 'tags' && tags && tagsField) {
    return all('id > 0', ...tags.map((tag) => `${customField(tagsField.name)} = ${quoted(tag)}`));
  }
  return undefined;
}

/**
 * Rows of a list from a mark on.
 *
 * The place cannot be put into the query: Request Tracker reads times of a query in the agent's own time zone, and does not tell which
 * that is. So the page is read that held the marked row when it was seen; where rows have left the list since, the pages before it too.
 */
async function rowsAfter(
  desk: Desk,
  condition: string,
  sort: Sort,
  mark: Mark | undefined,
  count: number,
  options: CallOptions,
): Promise<{readonly rows: readonly RtTicket[]; readonly total: number | null}> {
  const {field, order} = sorts[sort];
  const ordered = {orderby: [field, 'id'], order: [order, order], per_page: count};
  const read = (page: number) => searchTickets(desk, condition, {...ordered, page}, options);
  let page = mark ? Math.floor((mark.seen - 1) / count) + 1 : 1;
  let {items, total} = await read(page);
  while (mark && page > 1 && items.every((row) => isAfter(row, mark, sort))) ({items, total} = await read(--page));
  const rows = new Map<string, RtTicket>();
  for (;;) {
    for (const row of items) if (!mark || isAfter(row, mark, sort)) rows.set(row.id, row);
    if (rows.size >= count || items.length === 0 || (total !== null && page * count >= total)) break;
    ({items, total} = await read(++page));
  }
  return {rows: [...rows.values()].slice(0, count), total};
}
