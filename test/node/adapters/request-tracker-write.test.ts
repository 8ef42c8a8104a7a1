import {describe, expect, it} from 'vitest';
import type {AdapterError, NewMessage} from '../../../src/contract/index.js';
import {ana, answer, connectTo, history, page, part, partsOf, readOnly, ticket, transaction, withTags, type Asked, type Route} from '../../support/request-tracker-answers.js';

const failure = (call: Promise<unknown>): Promise<AdapterError> => call.then(() => { throw new Error('accepted'); }, (error: unknown) => error as AdapterError);

const reply = (more: Partial<NewMessage> = {}): NewMessage => ({conversationId: '1', clientId: 'c-1', kind: 'reply', body: {format: 'text', value: 'On its way.'}, ...more});

const textFile = (name: string, content: string) => ({name, mime: 'text/plain', blob: new Blob([content])});

/** Takes a message and keeps it as transaction 48. */
const storing: Readonly<Record<string, Route>> = {
  'POST ticket/1/correspond': () => answer(201, ['Correspondence added'], {location: '/REST/2.0/transaction/48'}),
  'POST ticket/1/comment': () => answer(201, ['Comments added'], {location: '/REST/2.0/transaction/48'}),
  'GET transactions': (one) =>
    history([transaction(48, 'Correspond', {Creator: ana, CustomFields: [{id: '6', name: 'ClientId', values: ['c-1']}]})], one),
  'GET attachments': (one) => partsOf([part(9, 48, 'On its way.')], one),
};

describe('sending to Request Tracker', () => {
  it('sends a reply with its client id and answers what was stored', async () => {
    const {session, asked} = await connectTo(storing);
    const {message, state} = await session.sendMessage(reply(), {});
    expect(message).toMatchObject({id: '48', order: '000000000048', kind: 'reply', clientId: 'c-1', body: {value: 'On its way.'}, delivery: 'sent'});
    expect(state).toBeUndefined();
    expect(asked[0]?.body).toEqual({Content: 'On its way.', ContentType: 'text/plain', TxnCustomFields: {ClientId: 'c-1'}});
  });

  it('sends a note as a comment, which the contact is never sent', async () => {
    const {session, asked} = await connectTo(storing);
    await session.sendMessage(reply({kind: 'note'}), {});
    expect(asked[0]?.path).toBe('ticket/1/comment');
  });

  it("keeps a message of the single sign '0', which Request Tracker would take for an empty one", async () => {
    const {session, asked} = await connectTo(storing);
    await session.sendMessage(reply({body: {format: 'text', value: '0'}}), {});
    expect(asked[0]?.body['Content']).toBe('0\n');
  });

  it('sends files in the message, with names of any script as the header of a mail has them', async () => {
    const {session, asked} = await connectTo(storing);
    await session.sendMessage(reply({attachments: [textFile('a.txt', 'hallo'), textFile('ä.txt', 'x')]}), {});
    expect(asked[0]?.body['Attachments']).toEqual([
      {FileName: 'a.txt', FileType: 'text/plain', FileContent: 'aGFsbG8='},
      {FileName: '=?UTF-8?B?w6QudHh0?=', FileType: 'text/plain', FileContent: 'eA=='},
    ]);
  });

  it.each([
    ['an empty message', reply({body: {format: 'text', value: ' \n'}}), 'body.value'],
    ['an empty file', reply({attachments: [textFile('a.txt', '')]}), 'attachments.0'],
    ['a file above the limit', reply({attachments: [textFile('a.txt', 'more than ten bytes')]}), 'attachments.0'],
    ['a file that was uploaded before', reply({attachments: [{ref: 'r', name: 'a', mime: 'b', bytes: 1}]}), 'attachments.0'],
    ['Markdown', reply({body: {format: 'markdown', value: '*a*'}}), 'body.format'],
  ])('refuses %s before anything is sent', async (_what, message, path) => {
    const {session, asked} = await connectTo(storing, {options: {maxFileBytes: 10}});
    expect((await failure(session.sendMessage(message, {}))).init).toMatchObject({code: 'validation', issues: [{path}]});
    expect(asked).toEqual([]);
  });

  it('archives in the same call, and says so only when it happened', async () => {
    let status = 'resolved';
    const {session, asked} = await connectTo({...storing, 'GET tickets': () => page([ticket(1, {Status: status})])});
    expect((await session.sendMessage(reply({thenState: 'archived'}), {})).state?.conversation.state).toBe('archived');
    expect(asked[0]?.body['Status']).toBe('resolved');
    status = 'open';
    expect((await session.sendMessage(reply({thenState: 'archived'}), {})).state).toBeUndefined();
  });

  it('tells a missing right by its sentence, although Request Tracker answers as for a malformed message', async () => {
    const {session} = await connectTo({'POST ticket/1/correspond': () => answer(400, {message: 'Permission Denied'}), 'GET tickets': () => page([ticket(1, readOnly)])});
    expect((await failure(session.sendMessage(reply(), {}))).init).toMatchObject({code: 'forbidden', action: 'reply', message: 'You may not reply to tickets of this queue.'});
  });

  it('tells a ticket that is not there as `not-found`, although Request Tracker answers "Permission Denied"', async () => {
    const {session} = await connectTo({'POST ticket/9/correspond': () => answer(400), 'GET tickets': () => page([])});
    expect((await failure(session.sendMessage(reply({conversationId: '9'}), {}))).init).toMatchObject({code: 'not-found'});
  });

  it("says 'maybe' when the message was taken and cannot be read again", async () => {
    const {session} = await connectTo({...storing, 'GET transactions': () => answer(403)});
    expect(await failure(session.sendMessage(reply(), {}))).toMatchObject({code: 'forbidden', applied: 'maybe'});
  });

  it("says 'maybe' when the answer does not name what was stored", async () => {
    const {session} = await connectTo({...storing, 'POST ticket/1/correspond': () => answer(201, [])});
    expect(await failure(session.sendMessage(reply(), {}))).toMatchObject({code: 'protocol', applied: 'maybe'});
  });

  it('finds what was sent by its client id, whatever signs are in it', async () => {
    const {session, asked} = await connectTo(storing);
    expect((await session.lookup!.sent('1', `c-1' OR id > 0`, {}))?.id).toBe('48');
    expect(asked[0]?.query.get('query')).toBe(String.raw`ObjectType = 'RT::Ticket' AND ObjectId = 1 AND CF.{ClientId} = 'c-1\' OR id > 0'`);
    const {session: other} = await connectTo({'GET transactions': () => page([])});
    expect(await other.lookup!.sent('1', 'c-2', {})).toBeNull();
  });
});

describe('changing a ticket', () => {
  /** A ticket that takes what it is told, or refuses it with status 200. */
  function desk(start: Record<string, unknown>, takes = true): {routes: Readonly<Record<string, Route>>; puts: Asked[]} {
    let row = {...start};
    const puts: Asked[] = [];
    return {
      puts,
      routes: {
        'GET tickets': () => page([ticket(1, row)]),
        'PUT ticket/1': (one) => {
          puts.push(one);
          if (takes) row = {...row, ...one.body, ...('Owner' in one.body ? {Owner: one.body['Owner'] === 'Nobody' ? {type: 'user', id: 6, Name: 'Nobody'} : ana} : {})};
          return [takes ? 'Changed' : 'Permission Denied'];
        },
      },
    };
  }

  it('tells a refusal that comes with status 200', async () => {
    const {routes} = desk({Status: 'open'}, false);
    const {session} = await connectTo(routes);
    expect((await failure(session.setState('1', 'archived', {}))).init).toMatchObject({code: 'forbidden', action: 'archive'});
    expect((await failure(session.assignment!.assign('1', {agentId: '28'}, {}))).init).toMatchObject({code: 'forbidden', action: 'assign'});
  });

  it('gives back the status that archiving took', async () => {
    const {routes, puts} = desk({Status: 'stalled'});
    const {session} = await connectTo(routes);
    const {undo} = await session.setState('1', 'archived', {});
    await session.setState('1', 'active', {undo});
    expect(puts.map(({body}) => body['Status'])).toEqual(['resolved', 'stalled']);
  });

  it('reopens without an undo by the word for open tickets', async () => {
    const {routes, puts} = desk({Status: 'rejected'});
    const {session} = await connectTo(routes);
    await session.setState('1', 'active', {});
    expect(puts.map(({body}) => body['Status'])).toEqual(['open']);
  });

  it('writes nothing when the ticket is there already', async () => {
    const {routes, puts} = desk({Status: 'resolved'});
    const {session} = await connectTo(routes);
    expect((await session.setState('1', 'archived', {})).conversation.state).toBe('archived');
    expect(puts).toEqual([]);
  });

  it('assigns, and takes the assignment away', async () => {
    const {routes, puts} = desk({});
    const {session} = await connectTo(routes);
    expect((await session.assignment!.assign('1', {agentId: '28'}, {})).assignee?.id).toBe('28');
    expect((await session.assignment!.assign('1', {agentId: null}, {})).assignee).toBeNull();
    expect(puts.map(({body}) => body['Owner'])).toEqual(['28', 'Nobody']);
  });

  it('adds a tag to those that a colleague wrote meanwhile', async () => {
    let version = 7;
    let tags = ['login'];
    const {session, asked} = await connectTo({
      'GET ticket/1': () => answer(200, {}, {etag: `"${version}"`}),
      'GET tickets': () => page([ticket(1, withTags(...tags))]),
      'PUT ticket/1': ({headers, body}) => {
        if (version === 7) {
          version = 8;
          tags = ['login', '2fa'];
        }
        if (headers.get('if-match') !== `"${version}"`) return answer(412);
        tags = [...(body['CustomFields'] as {readonly Tags: readonly string[]}).Tags];
        return ['changed'];
      },
    });
    const {tags: found} = await session.tags!.set('1', {add: ['urgent']}, {});
    expect(found.map(({id}) => id)).toEqual(['login', '2fa', 'urgent']);
    expect(asked.filter(({method}) => method === 'PUT')).toHaveLength(2);
  });

  it('gives up with `conflict` when somebody always comes between', async () => {
    const {session, asked} = await connectTo({'GET ticket/1': () => answer(200, {}, {etag: '"7"'}), 'PUT ticket/1': () => answer(412)});
    expect((await failure(session.tags!.set('1', {add: ['urgent']}, {}))).code).toBe('conflict');
    expect(asked.filter(({method}) => method === 'PUT')).toHaveLength(4);
  });
});
