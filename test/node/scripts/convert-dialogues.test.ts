import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import {createMemoryAdapter} from '../../../src/adapters/memory/index.js';
import {FakeClock} from '../../support/fake-clock.js';
import {convertDialogues, type Dialogue, type DialogueTurn} from '../../../scripts/convert-dialogues.mjs';

const script = fileURLToPath(new URL('../../../scripts/convert-dialogues.mjs', import.meta.url));

const turn = (role: DialogueTurn['role'], text: string, at: string | null = null, name: string | null = null) => ({role, text, at, name});

const tweet: Dialogue = {
  id: 'tw-1',
  source: 'ibm-twitter',
  channel: 'twitter',
  licence: 'Apache-2.0',
  meta: {company: 'KettleCare'},
  turns: [
    turn('customer', 'Kettle &amp; lid &gt; broken, I wrote &amp;lt; twice', '2025-03-01T10:00:00Z', 'user_a'),
    turn('agent', 'Which kettle?', '2025-03-01T10:10:00Z', 'KettleCare'),
    turn('customer', 'The red one', null, 'user_a'),
  ],
};

const chat: Dialogue = {
  id: 'chat-1',
  source: 'abcd',
  channel: 'chat',
  licence: 'MIT',
  turns: [turn('customer', 'I typed &amp; and meant it'), turn('system', 'Searching the FAQ pages ...'), turn('agent', 'A moment')],
};

describe('a converted dialogue', () => {
  it('becomes a conversation whose customer is its contact and whose agent answers by name', () => {
    const file = convertDialogues([tweet]);
    const conversation = file.conversations[0]!;
    expect(file.contacts).toEqual([{id: conversation.contact, name: 'user_a'}]);
    expect(conversation.messages.map(({kind}) => kind)).toEqual(['incoming', 'reply', 'incoming']);
    const answer = conversation.messages[1]!;
    expect(file.agents.find(({id}) => id === answer.by)?.name).toBe('KettleCare');
  });

  it('decodes the entities of a public post once', () => {
    const {conversations} = convertDialogues([tweet]);
    expect(conversations[0]?.messages[0]?.text).toBe('Kettle & lid > broken, I wrote &lt; twice');
  });

  it('leaves the text of a chat as it was written', () => {
    const {conversations} = convertDialogues([chat]);
    expect(conversations[0]?.messages[0]?.text).toBe('I typed &amp; and meant it');
  });

  it.each([
    ['twitter', 'social'],
    ['phone', 'voice'],
    ['chat', 'web-chat'],
    ['pigeon', 'pigeon'],
  ])('that came by %s is on the channel %s', (channel, kind) => {
    expect(convertDialogues([{...chat, channel}]).conversations[0]?.channel.kind).toBe(kind);
  });

  it('has a subject only where it is a mail', () => {
    const text = 'The parcel that I ordered on Monday has been sent to my old address again';
    const [mail, other] = convertDialogues([
      {...chat, id: 'mail-1', channel: 'mail', turns: [turn('customer', text)]},
      chat,
    ]).conversations;
    expect(mail?.subject).toBe('The parcel that I ordered on Monday has been sent to my old…');
    expect(other?.subject).toBeUndefined();
  });

  it('keeps a line of the system as an activity that shows its words', () => {
    expect(convertDialogues([chat]).conversations[0]?.messages[1]).toMatchObject({
      kind: 'activity',
      activity: {type: 'other'},
      text: 'Searching the FAQ pages ...',
    });
  });

  it('names others who wrote in the place of the customer', () => {
    const [conversation] = convertDialogues([
      {...tweet, turns: [...tweet.turns, turn('customer', 'Mine too', null, 'user_b')]},
    ]).conversations;
    expect(conversation?.attributes?.[0]?.value).toBe('user_b');
  });
});

describe('its times', () => {
  const minutes = (...ats: (number | null)[]) =>
    convertDialogues([
      {
        ...tweet,
        turns: ats.map((at) => turn('customer', 'x', at === null ? null : new Date(Date.UTC(2025, 2, 1, 10, at)).toISOString(), 'a')),
      },
    ]).conversations[0]!.messages.map(({at}) => (Date.parse(at) - Date.UTC(2025, 2, 1, 10)) / 1000);

  it('follow each other by 40 s where none is known', () => {
    expect(minutes(0, null, null)).toEqual([0, 40, 80]);
  });

  it('go back by 40 s before the first known one', () => {
    expect(minutes(null, null, 10)).toEqual([520, 560, 600]);
  });

  it('stay within a gap that is shorter than 40 s a turn', () => {
    expect(minutes(0, null, null, 1)).toEqual([0, 20, 40, 60]);
  });

  it('never run backwards', () => {
    expect(minutes(5, 3, 6)).toEqual([300, 300, 360]);
  });

  it('fall within four months before the newest dialogue where none is known at all', () => {
    const {conversations} = convertDialogues([tweet, chat]);
    const last = (index: number) => Date.parse(conversations[index]!.messages.at(-1)!.at);
    expect(last(1)).toBeLessThanOrEqual(last(0));
    expect(last(1)).toBeGreaterThan(last(0) - 120 * 24 * 3_600_000);
  });

  it('put the newest message four minutes before now', () => {
    const {now, conversations} = convertDialogues([tweet, chat]);
    expect(Date.parse(now!) - Date.parse(conversations[0]!.messages.at(-1)!.at)).toBe(4 * 60_000);
  });
});

describe('a converted file', () => {
  const many = Array.from({length: 230}, (_, index) => ({
    ...tweet,
    id: `tw-${index}`,
    turns: [turn('customer', 'hello', new Date(Date.UTC(2025, 0, 1, 0, index)).toISOString(), `user_${index}`)],
  }));

  it('has the newest 200 conversations active, unread where nobody answered, and archives the rest', () => {
    const {conversations} = convertDialogues(many);
    const active = conversations.filter(({state}) => state === 'active');
    expect(active.map(({id}) => id)).toEqual(many.slice(30).map(({id}) => id));
    expect(active.every(({unread}) => unread === 1)).toBe(true);
    expect(conversations.filter(({state}) => state === 'archived').length).toBe(30);
  });

  it('is the same every time', () => {
    expect(JSON.stringify(convertDialogues([...many, chat]))).toBe(JSON.stringify(convertDialogues([...many, chat])));
  });

  it('knows everybody it names', () => {
    const file = convertDialogues([...many, tweet, chat]);
    const agents = new Set(file.agents.map(({id}) => id));
    const contacts = new Set(file.contacts.map(({id}) => id));
    const tags = new Set(file.tags?.map(({id}) => id));
    expect(agents.size).toBe(file.agents.length);
    expect(agents.has(file.me!)).toBe(true);
    for (const {contact, assignee, tags: own = [], messages} of file.conversations) {
      expect(contacts.has(contact)).toBe(true);
      expect(assignee === undefined || agents.has(assignee)).toBe(true);
      expect(own.every((tag) => tags.has(tag))).toBe(true);
      expect(messages.every(({kind, by = ''}) => kind !== 'reply' || agents.has(by))).toBe(true);
    }
  });

  it('is a desk for the memory adapter, with the words of the system in it', async () => {
    const data = convertDialogues([tweet, chat]);
    const session = await createMemoryAdapter({data}).connect({fetch, locale: 'en', clock: new FakeClock()}, {});
    const {items} = await session.listMessages('chat-1', {}, {});
    expect(items.map(({body}) => body.value)).toEqual(chat.turns.map(({text}) => text));
    await session.close();
  });

  it('says where its content comes from and under which licences', () => {
    expect(convertDialogues([tweet, chat]).about).toMatchObject({source: 'ibm-twitter, abcd', licence: 'Apache-2.0; MIT'});
  });
});

describe('the command', () => {
  it('writes the file to the standard output when no other place is named', () => {
    const folder = mkdtempSync(join(tmpdir(), 'loop-convert-'));
    try {
      const input = join(folder, 'in.json');
      writeFileSync(input, JSON.stringify([tweet]));
      const answer = execFileSync(process.execPath, [script, input], {encoding: 'utf8'});
      expect(JSON.parse(answer)).toEqual(JSON.parse(JSON.stringify(convertDialogues([tweet]))));
    } finally {
      rmSync(folder, {recursive: true});
    }
  });

  it('refuses what is not a list of dialogues with one line and exit code 2', () => {
    const {status, stderr} = spawnSync(process.execPath, [script, join(script, '../../package.json')], {encoding: 'utf8'});
    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(/package\.json: not a list of dialogues$/)]);
  });
});

const data = process.env['LOOP_TEST_DATA'];
if (data) {
  describe('the dialogues of LOOP_TEST_DATA', () => {
    it('arrive complete: 3,013 conversations, 41,272 messages, every text', () => {
      const dialogues = JSON.parse(readFileSync(join(data, 'dialogues.json'), 'utf8')) as Dialogue[];
      const {conversations} = convertDialogues(dialogues);
      expect(conversations.length).toBe(3013);
      expect(conversations.reduce((sum, {messages}) => sum + messages.length, 0)).toBe(41_272);
      const readable = (text: string) => text.replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
      const differing = dialogues.filter(
        ({channel, turns}, index) =>
          !turns.every(({text}, at) => conversations[index]!.messages[at]!.text === (channel === 'twitter' ? readable(text) : text)),
      );
      expect(differing.map(({id}) => id)).toEqual([]);
      const backwards = conversations.filter(({messages}) =>
        messages.some(({at}, index) => index > 0 && Date.parse(at) < Date.parse(messages[index - 1]!.at)),
      );
      expect(backwards.map(({id}) => id)).toEqual([]);
    });
  });
} else it.skip('not run: LOOP_TEST_DATA is not set');
