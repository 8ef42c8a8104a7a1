import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Agent, Conversation, Message, ViewDef} from '../../../src/contract/index.js';
import {canMove, type Delivery} from '../../../src/model/index.js';
import {matchesFilter, membership} from '../../../src/store/list-membership.js';
import {rowPosition, compareRows} from '../../../src/store/list-order.js';
import {toBody} from '../../../src/store/message-body.js';
import type {OutboxEntry} from '../../../src/store/outbox-entry.js';
import {findSent} from '../../../src/store/read-back.js';
import {listKey} from '../../../src/store/selectors.js';
import {backOff} from '../../../src/store/timers.js';

const me: Agent = {id: 'lena', name: 'Lena'};
const conversation = (change: Partial<Conversation> = {}): Conversation => ({
  id: 'k1',
  state: 'active',
  channel: {kind: 'email'},
  contact: {id: 'c1'},
  tags: [{id: 'a', name: 'a'}],
  unread: 0,
  createdAt: '2026-03-01T00:00:00Z',
  activityAt: '2026-03-02T00:00:00Z',
  ...change,
});

describe('the way of a message', () => {
  const all: Delivery[] = ['queued', 'sending', 'unconfirmed', 'sent', 'delivered', 'read', 'failed'];

  it('never leads back from what the backend has to what is on its way', () => {
    for (const from of ['sent', 'delivered', 'read'] as const) {
      for (const to of ['queued', 'sending', 'unconfirmed'] as const) expect(canMove(from, to)).toBe(false);
    }
  });

  it('reaches "sent" from every state before it, late evidence included', () => {
    for (const from of ['queued', 'sending', 'unconfirmed', 'failed'] as const) expect(canMove(from, 'sent')).toBe(true);
  });

  it('ends when it has been read', () => {
    for (const to of all) expect(canMove('read', to)).toBe(false);
  });
});

describe('a filter', () => {
  it('accepts what it names and nothing else', () => {
    const row = conversation({assignee: me, unread: 2, escalated: true, topic: 'feedback', priority: 'high'});
    expect(matchesFilter(row, {assignee: 'me'}, me)).toBe(true);
    expect(matchesFilter(row, {assignee: 'none'}, me)).toBe(false);
    expect(matchesFilter(conversation(), {assignee: 'none'}, me)).toBe(true);
    expect(matchesFilter(row, {unread: true, escalated: true, topic: 'feedback', priority: 'high'}, me)).toBe(true);
    expect(matchesFilter(row, {tags: ['a', 'b']}, me)).toBe(false);
    expect(matchesFilter(row, {channel: 'sms'}, me)).toBe(false);
    expect(matchesFilter(row, {}, me)).toBe(true);
    expect(matchesFilter(row, {updatedSince: '2026-03-03T00:00:00Z'}, me)).toBe(false);
  });
});

describe('a view', () => {
  const view = (role: ViewDef['role'], filter?: ViewDef['filter']): ViewDef => ({id: role, role, ...(filter && {filter})});

  it('holds each conversation in exactly one of the fixed lists, whether Automated is shown or not', () => {
    for (const state of ['active', 'snoozed', 'automated', 'archived'] as const) {
      for (const shown of [true, false]) {
        const roles = (shown ? ['active', 'archived', 'automated'] : ['active', 'archived']) as ViewDef['role'][];
        const homes = roles.filter((role) => membership(conversation({state}), view(role), undefined, me, shown) === 'in');
        expect(homes).toHaveLength(1);
      }
    }
  });

  it('that was saved without a filter is only known to the backend', () => {
    expect(membership(conversation(), view('saved'), undefined, me, true)).toBe('unknown');
    expect(membership(conversation({assignee: me}), view('saved', {assignee: 'me'}), undefined, me, true)).toBe('in');
  });
});

describe('the order of rows', () => {
  it('puts those who wait longest first, those nobody waits for behind them, snoozed ones last', () => {
    const rows = [
      conversation({id: 'calm', waitingSince: null}),
      conversation({id: 'late', waitingSince: '2026-03-02T10:00:00Z'}),
      conversation({id: 'early', waitingSince: '2026-03-01T10:00:00Z'}),
      conversation({id: 'asleep', state: 'snoozed', waitingSince: '2026-02-01T10:00:00Z'}),
    ];
    const sorted = rows.sort((a, b) => compareRows(rowPosition(a, 'waiting-asc'), rowPosition(b, 'waiting-asc')));
    expect(sorted.map(({id}) => id)).toEqual(['early', 'late', 'calm', 'asleep']);
  });

  it('puts urgent before high before none, newest first among equals', () => {
    const rows = [
      conversation({id: 'none'}),
      conversation({id: 'high', priority: 'high'}),
      conversation({id: 'urgent-old', priority: 'urgent', activityAt: '2026-01-01T00:00:00Z'}),
      conversation({id: 'urgent-new', priority: 'urgent'}),
    ];
    const sorted = rows.sort((a, b) => compareRows(rowPosition(a, 'priority-desc'), rowPosition(b, 'priority-desc')));
    expect(sorted.map(({id}) => id)).toEqual(['urgent-new', 'urgent-old', 'high', 'none']);
  });
});

describe('a list', () => {
  it('is the same list whatever order its filter was written in', () => {
    expect(listKey({view: 'a', filter: {unread: true, topic: 'question'}})).toBe(
      listKey({view: 'a', filter: {topic: 'question', unread: true, channel: undefined}}),
    );
    expect(listKey({view: 'a'})).not.toBe(listKey({view: 'a', sort: 'created-asc'}));
  });
});

describe('reading back', () => {
  const entry = {clientId: 'x', conversationId: 'k1', kind: 'reply', body: {format: 'markdown', value: 'Hello  there\nyou'}} as OutboxEntry;
  const message = (change: Partial<Message> = {}): Message => ({
    id: 'm1',
    conversationId: 'k1',
    kind: 'reply',
    order: '1',
    author: {kind: 'agent', id: 'lena'},
    body: {format: 'html', value: '<p>Hello there<br>you</p>'},
    attachments: [],
    createdAt: '2026-03-02T00:00:00Z',
    ...change,
  });

  it('finds the one message of mine with the same words', () => {
    expect(findSent(entry, [message()], 'lena', new Set())?.id).toBe('m1');
  });

  it('finds none when it is not certain', () => {
    expect(findSent(entry, [message(), message({id: 'm2'})], 'lena', new Set())).toBeUndefined();
    expect(findSent(entry, [message()], 'lena', new Set(['m1']))).toBeUndefined();
    expect(findSent(entry, [message({kind: 'note'})], 'lena', new Set())).toBeUndefined();
    expect(findSent(entry, [message({author: {kind: 'agent', id: 'jonas'}})], 'lena', new Set())).toBeUndefined();
    expect(findSent(entry, [message({clientId: 'another'})], 'lena', new Set())).toBeUndefined();
  });
});

describe('a body', () => {
  it('is made in the first format the backend takes, escaped where it is HTML', () => {
    expect(toBody('a *b*', ['markdown', 'text'])).toEqual({format: 'markdown', value: 'a *b*'});
    expect(toBody('1 < 2\n& so\n\nend', ['html'])).toEqual({format: 'html', value: '<p>1 &lt; 2<br>&amp; so</p><p>end</p>'});
  });
});

describe('a back-off', () => {
  it('doubles up to half a minute, spreads over its upper half, and waits as long as the backend asks', () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 40}), fc.double({min: 0, max: 0.999, noNaN: true}), (attempt, chance) => {
        const ms = backOff(attempt, () => chance);
        const ceiling = Math.min(30_000, 1_000 * 2 ** (attempt - 1));
        expect(ms).toBeGreaterThanOrEqual(ceiling / 2);
        expect(ms).toBeLessThanOrEqual(ceiling);
        expect(backOff(attempt, () => chance, 60_000)).toBe(60_000);
      }),
    );
  });
});
