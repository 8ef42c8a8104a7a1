import type {Cursor, Message, MessageQuery, Page} from '../../../contract/index.js';
import {invalid, notFound} from './errors.js';
import {pageSize} from './lists.js';
import type {ConversationRow} from './rows.js';

/** One page of a thread, oldest first. */
export function messagePage(row: ConversationRow, query: MessageQuery): Page<Message> {
  const {messages} = row;
  const count = pageSize(query.limit);
  const [start, end] = bounds(row, query, count);
  const items = messages.slice(start, end);
  return {
    items,
    prev: start > 0 ? cursorAt(messages[start]?.order ?? messages.at(-1)?.order) : undefined,
    next: end < messages.length ? cursorAt(messages[end - 1]?.order ?? '') : undefined,
    total: messages.length,
  };
}

function bounds({messages}: ConversationRow, {before, after, around}: MessageQuery, count: number): readonly [number, number] {
  if (before !== undefined) {
    const end = upTo(messages, readCursor(before, 'before'), 'without');
    return [Math.max(0, end - count), end];
  }
  if (after !== undefined) {
    const start = upTo(messages, readCursor(after, 'after'), 'with');
    return [start, Math.min(messages.length, start + count)];
  }
  if (around !== undefined) {
    const middle = messages.findLastIndex(({id}) => id === around);
    if (middle < 0) throw notFound('message', around);
    const start = Math.max(0, Math.min(middle - Math.floor(count / 2), messages.length - count));
    return [start, Math.min(messages.length, start + count)];
  }
  return [Math.max(0, messages.length - count), messages.length];
}

/** How many messages stand before this order, with or without the one that has it. */
function upTo(messages: readonly Message[], order: string, itself: 'with' | 'without'): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = messages[middle]?.order ?? '';
    if (there < order || (itself === 'with' && there === order)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const cursorAt = (order: string | undefined): Cursor | undefined => (order === undefined ? undefined : `m1:${order}`);

function readCursor(cursor: Cursor, path: string): string {
  const order = /^m1:(\d*)$/.exec(cursor)?.[1];
  if (order === undefined) throw invalid(path, 'not a cursor of this thread', 'cursor');
  return order;
}
