import {readFileSync} from 'node:fs';
import {Ajv2020} from 'ajv/dist/2020.js';
import {describe, expect, it} from 'vitest';
import {AdapterError} from '../../../src/contract/index.js';
import {createMemoryAdapter, parseConversationFile} from '../../../src/adapters/memory/index.js';
import {sampleDesk} from '../../../src/adapters/memory/sample/index.js';
import {FakeClock} from '../../support/fake-clock.js';
import {context, smallDesk} from './memory-support.js';

const schemaUrl = new URL('../../../src/adapters/memory/conversation-file.schema.json', import.meta.url);
const matchesSchema = new Ajv2020({allowUnionTypes: true}).compile(JSON.parse(readFileSync(schemaUrl, 'utf8')) as object);

function issuesOf(json: unknown): readonly string[] {
  try {
    parseConversationFile(json);
    return [];
  } catch (error) {
    if (!AdapterError.is(error) || error.init.code !== 'validation') throw error;
    return error.init.issues.map(({path}) => path);
  }
}

/** The small desk as JSON, with one place changed. */
function withChange(path: string, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(smallDesk)) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let place = copy;
  for (const key of keys) place = place[key] as Record<string, unknown>;
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
}

describe('a conversation file', () => {
  it.each([
    ['the sample desk', sampleDesk],
    ['the small desk', smallDesk],
  ])('is what %s is, for the checks and for the schema', (_what, desk) => {
    const json: unknown = JSON.parse(JSON.stringify(desk));
    expect(issuesOf(json)).toEqual([]);
    expect([matchesSchema(json), matchesSchema.errors]).toEqual([true, null]);
  });

  const message = {kind: 'incoming', at: '2026-03-01T11:00:00Z', text: 'Hi'};

  it.each([
    ['a deleted message without a body', {...message, text: undefined, deleted: true}],
    ['an activity of another kind without a text', {...message, kind: 'activity', activity: {type: 'other'}, text: undefined}],
    ['an activity of another kind that says what it was', {...message, kind: 'activity', activity: {type: 'other'}}],
  ])('takes %s', (_what, value) => {
    const json: unknown = JSON.parse(JSON.stringify(withChange('conversations.1.messages.0', value)));
    expect(issuesOf(json)).toEqual([]);
    expect(matchesSchema(json)).toBe(true);
  });

  it.each([
    ['format', 'mbox', 'format'],
    ['version', 2, 'version'],
    ['agents', [], 'agents'],
    ['agents.0.id', '', 'agents.0.id'],
    ['agents.1.availability', 'away', 'agents.1.availability'],
    ['contacts.0.nickname', 'Mi', 'contacts.0.nickname'],
    ['contacts.0.attributes', [{key: 'k', label: 'K', value: {}}], 'contacts.0.attributes.0.value'],
    ['now', '2026-03-01', 'now'],
    ['conversations.0.contact', undefined, 'conversations.0.contact'],
    ['conversations.0.channel', 'email', 'conversations.0.channel'],
    ['conversations.0.state', 'closed', 'conversations.0.state'],
    ['conversations.0.unread', -1, 'conversations.0.unread'],
    ['conversations.0.deny', {fly: 'No'}, 'conversations.0.deny.fly'],
    ['conversations.0.sentiment', {label: 'positive', source: 'x', score: 2}, 'conversations.0.sentiment.score'],
    ['conversations.0.messages', {}, 'conversations.0.messages'],
    ['conversations.1.messages.0.at', 'yesterday', 'conversations.1.messages.0.at'],
    ['conversations.1.messages.0', {...message, markdown: 'Hi'}, 'conversations.1.messages.0'],
    ['conversations.1.messages.0', {...message, text: undefined}, 'conversations.1.messages.0'],
    ['conversations.1.messages.0', {...message, kind: 'activity', activity: {type: 'ticket', ticketId: 't'}}, 'conversations.1.messages.0'],
    ['conversations.1.messages.0.kind', 'mail', 'conversations.1.messages.0.kind'],
    [
      'conversations.1.messages.0',
      {kind: 'activity', at: message.at, activity: {type: 'state', to: 'gone'}},
      'conversations.1.messages.0.activity.to',
    ],
    [
      'conversations.1.messages.0',
      {kind: 'activity', at: message.at, activity: {type: 'danced'}},
      'conversations.1.messages.0.activity.type',
    ],
    [
      'conversations.1.messages.0',
      {kind: 'activity', at: message.at, activity: {type: 'assigned', to: {name: 'Ann'}}},
      'conversations.1.messages.0.activity.to.id',
    ],
    ['macros.0.actions.0', {do: 'dance'}, 'macros.0.actions.0.do'],
    ['macros.0.actions.0', {do: 'reply'}, 'macros.0.actions.0.text'],
    ['views.0.filter', {mood: 'bad'}, 'views.0.filter.mood'],
    ['views.0.sort', 'random', 'views.0.sort'],
    ['ticketFields.0.kind', 'colour', 'ticketFields.0.kind'],
    ['notifications', [{id: 'n', kind: 'gossip', title: 'x', at: message.at}], 'notifications.0.kind'],
  ])('with a wrong %s is refused by the checks, by its path, and by the schema', (path, value, expected) => {
    const json: unknown = JSON.parse(JSON.stringify(withChange(path, value)));
    expect(issuesOf(json)).toContain(expected);
    expect(matchesSchema(json)).toBe(false);
  });

  it.each([
    ['conversations.0.contact', 'nobody', 'conversations.0.contact'],
    ['conversations.0.assignee', 'nobody', 'conversations.0.assignee'],
    ['conversations.0.tags', ['vip', 'none'], 'conversations.0.tags.1'],
    ['conversations.1.id', 'invoice', 'conversations.1.id'],
    ['conversations.0.messages.1.by', 'nobody', 'conversations.0.messages.1.by'],
    ['macros.0.actions.1', {do: 'tag', tag: 'none'}, 'macros.0.actions.1.tag'],
    ['me', 'nobody', 'me'],
    ['teams.0.agents', ['nobody'], 'teams.0.agents.0'],
  ])('whose %s leads nowhere is refused by its path', (path, value, expected) => {
    expect(issuesOf(withChange(path, value))).toEqual([expected]);
  });

  it.each([[null], ['text'], [[]], [42]])('is not %o', (json) => {
    expect(issuesOf(json)).toEqual(['']);
    expect(matchesSchema(json)).toBe(false);
  });

  it('of 3,013 conversations and 41,272 messages is loaded whole', async () => {
    const conversations = Array.from({length: 3013}, (_, n) => ({
      id: `c${n}`,
      channel: {kind: 'web-chat'},
      contact: 'mia',
      messages: Array.from({length: n < 2103 ? 14 : 13}, (_m, m) => ({
        kind: m % 2 ? ('reply' as const) : ('incoming' as const),
        by: m % 2 ? 'ann' : 'contact',
        at: new Date(Date.UTC(2026, 0, 1) + n * 60_000 + m * 1000).toISOString(),
        text: `Turn ${m} of conversation ${n}`,
      })),
    }));
    expect(conversations.reduce((sum, {messages}) => sum + messages.length, 0)).toBe(41_272);
    const session = await createMemoryAdapter({data: {...smallDesk, conversations}}).connect(context(new FakeClock()), {});
    const {total} = await session.listConversations({view: 'active'}, {});
    expect(total).toBe(3013);
  });
});
