import {describe, expect, it} from 'vitest';
import {isPlain, ThreadRows, type ThreadRow} from '../../../src/elements/thread/thread-rows.js';
import type {Thread, ThreadMessage} from '../../../src/store/state.js';
import {FakeInbox, message, minutesAgo} from '../../support/fake-inbox.js';

function threadOf(messages: readonly ThreadMessage[], about: Partial<Thread> = {}): Thread {
  const inbox = new FakeInbox();
  inbox.putThread('k1', messages.map((each, index) => ({...each, order: String(index).padStart(4, '0')})), about);
  return inbox.state.threads.get('k1')!;
}

const rowsOf = (thread: Thread): readonly string[] => new ThreadRows().of(thread).map((row: ThreadRow) => ('message' in row ? row.key : row.type));

describe('ThreadRows', () => {
  it('puts the unread divider before the first message after what was read, not before an activity', () => {
    const thread = threadOf(
      [message('a', 'k1'), message('x', 'k1', {kind: 'activity', activity: {type: 'other'}}), message('b', 'k1'), message('c', 'k1')],
      {dividerAfter: 'a'},
    );
    expect(rowsOf(thread)).toEqual(['day', 'a', 'x', 'unread', 'b', 'c']);
  });

  it('puts no divider where nothing is news', () => {
    const thread = threadOf([message('a', 'k1'), message('x', 'k1', {kind: 'activity', activity: {type: 'other'}})], {dividerAfter: 'a'});
    expect(rowsOf(thread)).toEqual(['day', 'a', 'x']);
  });

  it('starts a day where the date changes', () => {
    const thread = threadOf([message('a', 'k1', {createdAt: minutesAgo(4_000)}), message('b', 'k1', {createdAt: minutesAgo(10)})]);
    expect(rowsOf(thread)).toEqual(['day', 'a', 'day', 'b']);
  });

  it('keeps notes and mails apart from what stands beside them', () => {
    const rows = new ThreadRows().of(
      threadOf([
        message('a', 'k1', {kind: 'note'}),
        message('b', 'k1', {kind: 'note'}),
        message('c', 'k1', {body: {format: 'html', value: 'x'}}),
        message('d', 'k1'),
      ]),
    );
    expect(rows.flatMap((row) => (row.type === 'message' ? row.place : []))).toEqual(['alone', 'alone', 'alone', 'alone']);
  });

  it('answers with the same rows while the thread is the same', () => {
    const rows = new ThreadRows();
    const thread = threadOf([message('a', 'k1')]);
    expect(rows.of(thread)).toBe(rows.of(thread));
  });
});

describe('isPlain', () => {
  it.each(['Hello Marta, thanks.', 'It costs 3 - 4 €', 'First line\nsecond line'])('shows %j as it is', (value) => {
    expect(isPlain({format: 'markdown', value})).toBe(true);
  });

  it.each(['**bold**', '- one\n- two', '1. one', '[a](https://b.example)', '`code`', '> quoted'])('has %j formatted', (value) => {
    expect(isPlain({format: 'markdown', value})).toBe(false);
  });
});
