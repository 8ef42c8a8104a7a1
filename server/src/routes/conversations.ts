import {z} from '@hono/zod-openapi';
import {AdapterError} from '../../../src/contract/index.js';
import {define, Reply, type Api} from '../http/define.js';
import {problemOf} from '../http/problems.js';
import {conflict, invalid} from '../errors.js';
import {assertVisible, conversationFor} from '../read/conversations.js';
import {listPage} from '../read/lists.js';
import {threadPage} from '../read/messages.js';
import * as calls from '../schemas/calls.js';
import {conversation, id, message, messageBody} from '../schemas/model.js';
import type {Caller, Services} from '../services.js';
import {assign, setPriority, setTags} from '../write/labels.js';
import {Locked} from '../write/locked.js';
import {editMessage, removeMessage} from '../write/messages.js';
import {markRead, markUnread} from '../write/read-state.js';
import {goesAlone, lookUp, send} from '../write/send.js';
import {assertState, move, stateChange, wakeTime, type Moved} from '../write/state.js';
import {write, writeAtOnce, type Work} from '../write/write.js';

const one = z.object({id});
const oneMessage = z.object({id, messageId: id});

export function conversationRoutes(api: Api, services: Services): void {
  const {db} = services;

  define(api, services, {
    method: 'get',
    path: '/conversations',
    contract: ['listConversations'],
    summary: 'One page of a list of conversations',
    query: z.object({view: id, limit: calls.limit.optional(), cursor: calls.cursor.optional(), sort: calls.sort.optional(), ...calls.filterInAddress}),
    result: calls.page(conversation),
    run: ({query: {view, limit, cursor, sort, tag, ...filter}, caller: {account, agent}}) =>
      listPage(db, account, agent, {view, limit, cursor, sort, filter: {...filter, tags: tag}}),
  });

  define(api, services, {
    method: 'post',
    path: '/conversations/bulk',
    contract: ['bulk.setState'],
    summary: 'Moves several conversations; each by itself',
    body: z.object({ids: z.array(id).max(500), state: z.string().max(40)}),
    result: calls.items(z.object({id, ok: z.boolean(), problem: calls.problem.optional()})),
    run: async ({body: {ids, state}, caller, context}) => {
      const items = [];
      for (const one of ids) items.push(await moveOne(services, caller, one, state, context.get('requestId')));
      return {items};
    },
  });

  define(api, services, {
    method: 'get',
    path: '/conversations/{id}',
    contract: ['getConversation'],
    summary: 'One conversation',
    params: one,
    result: conversation,
    run: ({params, caller: {account, agent}}) => conversationFor(db, account, agent, params.id),
  });

  define(api, services, {
    method: 'patch',
    path: '/conversations/{id}',
    contract: ['setState', 'tags.set', 'assignment.assign', 'priority.set'],
    summary: 'Changes a conversation: all of it or nothing',
    params: one,
    headers: ['If-Match'],
    body: calls.change,
    result: calls.stateChange,
    run: ({params, body, caller: {account, agent, author: by}, ifVersion}) =>
      write(services, account, async (work) => {
        const row = await Locked.open(work, params.id, agent);
        await assertUnchanged(work, row, agent, ifVersion);
        if (body.tags) {
          row.assertAllowed('tag');
          await setTags(work, row, by, body.tags);
        }
        if (body.assign) {
          row.assertAllowed('assign');
          await assign(work, row, by, body.assign);
        }
        if (body.priority !== undefined) {
          row.assertAllowed('priority');
          await setPriority(row, by, body.priority);
        }
        let moved: Moved = {};
        if (body.state !== undefined) {
          assertState(row, body.state);
          moved = await move(work, row, body.state, agent, by, {until: wakeTime(work, body.state, body.until), undo: body.undo});
        }
        return stateChange(work, row, agent, moved);
      }),
  });

  define(api, services, {
    method: 'get',
    path: '/conversations/{id}/messages',
    contract: ['listMessages'],
    summary: 'One page of a thread, oldest first; without a position the latest',
    params: one,
    query: z.object({limit: calls.limit.optional(), before: calls.cursor.optional(), after: calls.cursor.optional(), around: id.optional()}),
    result: calls.page(message),
    run: async ({params, query, caller: {account, agent}}) => {
      await assertVisible(db, account, agent, params.id);
      return threadPage(db, account, params.id, query);
    },
  });

  define(api, services, {
    method: 'post',
    path: '/conversations/{id}/messages',
    contract: ['sendMessage'],
    summary: 'Sends a reply or note, once for each Idempotency-Key',
    params: one,
    headers: ['Idempotency-Key'],
    body: calls.newMessage,
    result: calls.sendResult,
    status: 201,
    run: async ({params, body, caller, context}) => {
      const clientId = context.req.header('idempotency-key') ?? body.clientId;
      if (!clientId || clientId.length > 200) throw invalid('clientId', 'the header Idempotency-Key is needed', 'required');
      const sending = (work: Work) => send(work, caller.agent, {...body, clientId, conversationId: params.id});
      const {result, replayed} = await (goesAlone(body)
        ? writeAtOnce(services, caller.account, params.id, sending)
        : write(services, caller.account, sending));
      if (!replayed) services.metrics.count('loop_messages_sent_total');
      return new Reply(result, replayed ? {'Idempotency-Replayed': 'true'} : {});
    },
  });

  define(api, services, {
    method: 'patch',
    path: '/conversations/{id}/messages/{messageId}',
    contract: ['editMessage.edit'],
    summary: "Changes the words of one's own message",
    params: oneMessage,
    headers: ['If-Match'],
    body: z.object({body: messageBody}),
    result: message,
    run: ({params, body, caller: {account, agent}, ifVersion}) =>
      write(services, account, async (work) => editMessage(work, await Locked.open(work, params.id, agent), agent, params.messageId, body.body, ifVersion)),
  });

  define(api, services, {
    method: 'delete',
    path: '/conversations/{id}/messages/{messageId}',
    contract: ['deleteMessage.remove'],
    summary: "Takes one's own message away",
    params: oneMessage,
    run: ({params, caller: {account, agent}}) =>
      write(services, account, async (work) => removeMessage(work, await Locked.open(work, params.id, agent), agent, params.messageId)),
  });

  define(api, services, {
    method: 'get',
    path: '/conversations/{id}/sent/{clientId}',
    contract: ['lookup.sent'],
    summary: 'The message that was sent under a client id',
    params: z.object({id, clientId: calls.clientId}),
    result: message,
    run: async ({params, caller: {account, agent}}) => {
      await assertVisible(db, account, agent, params.id);
      return lookUp(db, account, params.id, agent, params.clientId);
    },
  });

  define(api, services, {
    method: 'post',
    path: '/conversations/{id}/read',
    contract: ['readState.markRead'],
    summary: 'Marks messages read, up to one or all',
    params: one,
    body: z.object({upTo: id.optional()}),
    run: ({params, body, caller: {account, agent}}) =>
      write(services, account, async (work) => markRead(work, await Locked.open(work, params.id, agent), agent, body.upTo)),
  });

  define(api, services, {
    method: 'post',
    path: '/conversations/{id}/unread',
    contract: ['readState.markUnread'],
    summary: 'Marks messages unread, from one on or the newest incoming one',
    params: one,
    body: z.object({from: id.optional()}),
    run: ({params, body, caller: {account, agent}}) =>
      write(services, account, async (work) => markUnread(work, await Locked.open(work, params.id, agent), agent, body.from)),
  });
}

async function assertUnchanged(work: Work, {id: conversationId, row}: Locked, agent: string, ifVersion: string | undefined): Promise<void> {
  if (ifVersion === undefined || ifVersion === String(row.version)) return;
  throw conflict('version', 'The conversation has changed since', await conversationFor(work, work.account, agent, conversationId));
}

async function moveOne(services: Services, {account, agent, author}: Caller, conversationId: string, to: string, requestId: string) {
  try {
    await write(services, account, async (work) => {
      const row = await Locked.open(work, conversationId, agent);
      assertState(row, to);
      await move(work, row, to, agent, author);
    });
    return {id: conversationId, ok: true};
  } catch (error) {
    if (!AdapterError.is(error)) throw error;
    const problem = (await problemOf(error, requestId).json()) as z.input<typeof calls.problem>;
    return {id: conversationId, ok: false, problem};
  }
}

