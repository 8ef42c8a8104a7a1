import {describe, expect, it} from 'vitest';
import type {Message} from '../../../src/contract/index.js';
import {ana, answer, connectTo, dora, history, page, paged, part, partsOf, readOnly, ticket, transaction, userRef, withTags} from '../../support/request-tracker-answers.js';

const minutes = (count: number): string => `2026-03-23T09:${String(count).padStart(2, '0')}:00Z`;

describe('tickets as conversations', () => {
  it('tells queue, requestor, owner, tags and state of a ticket', async () => {
    const row = ticket(7, {Owner: ana, Status: 'rejected', ...withTags('login', '2fa')});
    const {session} = await connectTo({'GET tickets': () => page([row])}, {options: {webUrl: 'https://rt.example/'}});
    expect(await session.getConversation('7', {})).toMatchObject({
      id: '7',
      number: '7',
      subject: 'Ticket 7',
      state: 'archived',
      channel: {kind: 'email', name: 'Inbox', inboxId: '3'},
      contact: {id: '38', name: 'Dora', email: 'dora@example.net'},
      assignee: {id: '28', name: 'Ana Agent'},
      tags: [{id: 'login', name: 'login'}, {id: '2fa', name: '2fa'}],
      unread: null,
      activityAt: '2026-03-23T09:00:00Z',
      url: 'https://rt.example/Ticket/Display.html?id=7',
    });
  });

  it('takes who was made from a mail for a contact without a name', async () => {
    const {session} = await connectTo({'GET tickets': () => page([ticket(1, {Requestor: [userRef(40, 'kim@example.net')]})])});
    expect((await session.getConversation('1', {})).contact).toEqual({id: '40', name: undefined, email: 'kim@example.net'});
  });

  it('takes the creator for the contact of a ticket that nobody asked for, and passes over groups', async () => {
    const {session} = await connectTo({'GET tickets': () => page([ticket(1, {Requestor: [{type: 'group', id: 50}], Creator: ana})])});
    expect((await session.getConversation('1', {})).contact.id).toBe('28');
  });

  it('denies a reply, in a sentence of the host, where neither that right nor the right to change the ticket is told', async () => {
    const {session} = await connectTo({'GET tickets': () => page([ticket(1, readOnly)])}, {options: {deny: {reply: 'Nur lesen.'}}});
    expect((await session.getConversation('1', {})).deny).toEqual({reply: 'Nur lesen.'});
  });

  it('takes statuses it does not know for active ones, and the closed ones of another lifecycle as they are named', async () => {
    let status = 'waiting-for-parts';
    const {session} = await connectTo({'GET tickets': () => page([ticket(1, {Status: status})])}, {options: {statuses: {closed: ['done']}}});
    expect((await session.getConversation('1', {})).state).toBe('active');
    status = 'done';
    expect((await session.getConversation('1', {})).state).toBe('archived');
  });

  it('offers no tags and no look-up where one of the queues lacks the field', async () => {
    const returns = {id: 4, Name: 'Returns', TicketCustomFields: [], TicketTransactionCustomFields: []};
    const {session} = await connectTo({'GET queue/Returns': () => returns}, {options: {queues: ['Inbox', 'Returns']}});
    expect([session.tags, session.lookup, session.capabilities.idempotentSend]).toEqual([undefined, undefined, 'none']);
    expect(session.capabilities.filters).not.toContain('tags');
  });

  it('declares totals unknown where Request Tracker does not count', async () => {
    const {session} = await connectTo({'GET tickets': () => page([ticket(1)], null)});
    expect(session.capabilities.totals).toBe('unknown');
  });
});

describe('lists', () => {
  const rows = (count: number) => Array.from({length: count}, (_, index) => ticket(index + 1, {LastUpdated: minutes(50 - index)}));

  it('pages without a time in the query: Request Tracker reads times in a zone of the agent', async () => {
    const all = rows(7);
    const {session, asked} = await connectTo({'GET tickets': (one) => paged(all, one)});
    const first = await session.listConversations({view: 'active', limit: 3}, {});
    const second = await session.listConversations({view: 'active', limit: 3, cursor: first.next}, {});
    expect([...first.items, ...second.items].map(({id}) => id)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(asked.map(({query}) => query.get('query')).join()).not.toMatch(/LastUpdated|Created/);
    expect([first.total, second.total]).toEqual([7, undefined]);
  });

  it('finds its place again when rows before it have left the list', async () => {
    let all = rows(12);
    const {session} = await connectTo({'GET tickets': (one) => paged(all, one)});
    const first = await session.listConversations({view: 'active', limit: 5}, {});
    all = all.slice(4);
    const rest = await session.listConversations({view: 'active', limit: 20, cursor: first.next}, {});
    expect(rest.items.map(({id}) => id)).toEqual(['6', '7', '8', '9', '10', '11', '12']);
    expect(rest.next).toBeUndefined();
  });

  it('tells no row twice when others have joined before its place', async () => {
    let all = rows(8);
    const {session} = await connectTo({'GET tickets': (one) => paged(all, one)});
    const first = await session.listConversations({view: 'active', limit: 3}, {});
    all = [ticket(20, {LastUpdated: minutes(59)}), ticket(21, {LastUpdated: minutes(58)}), ...all];
    const second = await session.listConversations({view: 'active', limit: 3, cursor: first.next}, {});
    expect(second.items.map(({id}) => id)).toEqual(['4', '5', '6']);
  });

  it('escapes what a filter holds', async () => {
    const {session, asked} = await connectTo();
    await session.listConversations({view: 'active', filter: {tags: [`it's \\ "so"`], contact: `1 OR id > 0`}}, {});
    const query = asked[0]?.query.get('query');
    expect(query).toContain(String.raw`CF.{Tags} = 'it\'s \\ "so"'`);
    expect(query).toContain('id = 0');
    expect(query).not.toContain('1 OR id > 0');
  });

  it('refuses the cursor of another order', async () => {
    const {session} = await connectTo({'GET tickets': (one) => paged(rows(5), one)});
    const {next} = await session.listConversations({view: 'active', limit: 2}, {});
    const call = session.listConversations({view: 'active', sort: 'created-asc', cursor: next}, {});
    await expect(call).rejects.toMatchObject({code: 'validation'});
  });
});

describe('threads', () => {
  const read = async (rows: Parameters<typeof history>[0], parts: Parameters<typeof partsOf>[0] = [], routes = {}): Promise<readonly Message[]> => {
    const {session} = await connectTo({
      'GET transactions': (one) => history(rows, one),
      'GET attachments': (one) => partsOf(parts, one),
      ...routes,
    });
    return (await session.listMessages('1', {}, {})).items;
  };

  it('tells what the requestor, an agent and a colleague wrote by kind and author', async () => {
    const messages = await read(
      [transaction(9, 'Create'), transaction(10, 'Correspond', {Creator: ana}), transaction(11, 'Comment', {Creator: ana})],
      [part(1, 9, 'Where is it?'), part(2, 10, 'On its way.'), part(3, 11, 'Call before noon')],
    );
    expect(messages.map(({kind, author, body, delivery}) => [kind, author.kind, body.value, delivery])).toEqual([
      ['incoming', 'contact', 'Where is it?', undefined],
      ['reply', 'agent', 'On its way.', 'sent'],
      ['note', 'agent', 'Call before noon', 'sent'],
    ]);
    expect(messages.map(({order}) => order)).toEqual(['000000000009', '000000000010', '000000000011']);
  });

  it('takes a letter from another address of the customer for an incoming one, and a colleague for an agent', async () => {
    const other = userRef(41, 'dora.home@example.net');
    const colleague = userRef(30, 'agent2');
    const messages = await read([transaction(10, 'Correspond', {Creator: other}), transaction(11, 'Correspond', {Creator: colleague}), transaction(8, 'Create')].reverse(), [], {
      'GET user/41': () => ({...other, Privileged: 0}),
      'GET user/30': () => ({Name: 'agent2', RealName: 'Bo', Privileged: 1}),
    });
    expect(messages.map(({kind}) => kind)).toEqual(['incoming', 'reply', 'incoming']);
  });

  it('tells what the requestor asks as incoming when somebody else typed it in', async () => {
    const [message] = await read([transaction(9, 'Create', {Creator: ana})]);
    expect([message?.kind, message?.author]).toEqual(['incoming', {kind: 'contact', id: '38', name: 'Dora'}]);
  });

  it('tells HTML before plain text that says the same, and files apart', async () => {
    const multipart = {ContentType: 'multipart/mixed', ContentLength: '0'};
    const [message] = await read([transaction(9, 'Create')], [
      part(1, 9, '', multipart),
      part(2, 9, 'plain'),
      part(3, 9, '<p>rich</p>', {ContentType: 'text/html'}),
      part(4, 9, 'log', {Filename: 'log.txt'}),
      part(5, 9, 'PNG', {ContentType: 'image/png', Headers: 'Content-ID: <logo@x>\nContent-Disposition: inline'}),
    ]);
    expect(message?.body).toEqual({format: 'html', value: '<p>rich</p>'});
    expect(message?.attachments).toEqual([
      {id: '4', name: 'log.txt', mime: 'text/plain', bytes: 3, contentId: undefined, inline: undefined},
      {id: '5', name: 'attachment-5', mime: 'image/png', bytes: 3, contentId: 'logo@x', inline: true},
    ]);
  });

  it('asks for the content of words alone, never of files', async () => {
    const {session, asked} = await connectTo({
      'GET transactions': (one) => history([transaction(9, 'Create')], one),
      'GET attachments': (one) => partsOf([part(1, 9, 'words'), part(2, 9, 'x'.repeat(99), {Filename: 'big.bin'})], one),
    });
    await session.listMessages('1', {}, {});
    const contents = asked.filter(({query}) => query.get('fields') === 'Content');
    expect(contents.map(({query}) => JSON.parse(query.get('query') ?? '') as unknown)).toEqual([[{field: 'id', operator: 'IN', value: ['1']}]]);
  });

  it('tells changes of state, owner and tags by type', async () => {
    const messages = await read(
      [
        transaction(9, 'Status', {Field: 'Status', OldValue: 'open', NewValue: 'resolved'}),
        transaction(10, 'Set', {Field: 'Owner', OldValue: '6', NewValue: '28'}),
        transaction(11, 'Set', {Field: 'Owner', OldValue: '28', NewValue: '6'}),
        transaction(12, 'CustomField', {Field: '2', NewValue: 'login'}),
        transaction(13, 'CustomField', {Field: '2', OldValue: 'login'}),
        transaction(8, 'Create'),
      ].sort((a, b) => Number(a['id']) - Number(b['id'])),
      [],
      {'GET user/6': () => ({Name: 'Nobody', RealName: 'Nobody in particular', Privileged: 0})},
    );
    expect(messages.slice(1).map(({activity}) => activity)).toMatchObject([
      {type: 'state', from: 'active', to: 'archived'},
      {type: 'assigned', to: {id: '28', name: 'Ana Agent'}},
      {type: 'assigned', to: null},
      {type: 'tagged', added: [{id: 'login'}]},
      {type: 'tagged', removed: [{id: 'login'}]},
    ]);
  });

  it('fills a page although entries that the agent may not see were taken out of it', async () => {
    const rows = Array.from({length: 12}, (_, index) => transaction(index + 1, index === 0 ? 'Create' : 'Correspond'));
    const isVisible = ({id}: Readonly<Record<string, unknown>>) => Number(id) < 5 || Number(id) > 10;
    const {session} = await connectTo({'GET transactions': (one) => history(rows, one, isVisible)});
    const page = await session.listMessages('1', {limit: 4}, {});
    expect(page.items.map(({id}) => id)).toEqual(['3', '4', '11', '12']);
  });

  it('answers `not-found` for the thread of a ticket that is not there for the agent', async () => {
    const {session} = await connectTo({'GET tickets': ({query}) => page(query.get('query') === 'id = 9' ? [] : [ticket(1)]), 'GET transactions': () => page([])});
    await expect(session.listMessages('9', {}, {})).rejects.toMatchObject({code: 'not-found'});
    await expect(session.listMessages('nine', {}, {})).rejects.toMatchObject({code: 'not-found'});
  });
});

describe('what stands beside', () => {
  it('gives the bytes of a file, which come as base64 in lines', async () => {
    const {session} = await connectTo({'GET attachment/5': () => ({Content: '//4A\nAQI=\n'})});
    const {href, revoke} = await session.download!.url({id: '5', name: 'x.bin', mime: 'application/octet-stream'}, {});
    const bytes = new Uint8Array(await (await fetch(href)).arrayBuffer());
    revoke?.();
    expect([...bytes]).toEqual([255, 254, 0, 1, 2]);
  });

  it('offers to change contacts only where the agent administers users, and tells a refused value at its field', async () => {
    expect((await connectTo()).session.contacts?.update).toBeUndefined();
    const {session} = await connectTo({
      'GET user/1': () => ({Name: 'RT_System', Privileged: 1, Memberships: []}),
      'PUT user/38': () => ['Email address in use'],
    });
    const error = await session.contacts!.update!('38', {email: 'taken@example.net'}, {}).catch((found: unknown) => found);
    expect(error).toMatchObject({code: 'validation', init: {issues: [{path: 'email'}]}});
  });

  it('offers the members of the group for assignment, or the agent alone', async () => {
    const routes = {
      'GET groups': () => page([{type: 'group', id: 27}]),
      'GET group/27/members': () => page([{type: 'user', id: 28}, {type: 'user', id: 38}]),
    };
    const named = await connectTo(routes, {options: {agentsGroup: 'Support'}});
    expect((await named.session.assignment!.candidates('1', {})).map(({id}) => id)).toEqual(['28', '38']);
    const unnamed = await connectTo(routes);
    expect((await unnamed.session.assignment!.candidates('1', {})).map(({id}) => id)).toEqual(['28']);
  });

  it('searches for words whatever signs are in them, and for nothing without words', async () => {
    const {session, asked} = await connectTo({'GET tickets': () => page([ticket(5, {Subject: '', Requestor: [dora]})])});
    const {items} = await session.search!.query(`a' OR '1'='1`, {}, {});
    expect(items).toEqual([{scope: 'conversation', conversationId: '5', title: '#5', at: '2026-03-23T09:00:00Z'}]);
    expect(asked[0]?.query.get('query')).toContain(String.raw`Subject LIKE 'a\' OR \'1\'=\'1'`);
    asked.length = 0;
    expect((await session.search!.query('  ', {}, {})).items).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('passes a status of failure from the first read on', async () => {
    await expect(connectTo({'GET queue/Inbox': () => answer(403)})).rejects.toMatchObject({code: 'forbidden'});
  });
});
