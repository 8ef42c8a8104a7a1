import {z} from '@hono/zod-openapi';
import {define, type Api} from '../http/define.js';
import {notFound} from '../errors.js';
import {escalationsOf, ticketColumns, ticketOf, type TicketRow} from '../read/attention.js';
import {agentColumns, agentOf, assertVisible, conversationFor} from '../read/conversations.js';
import * as calls from '../schemas/calls.js';
import {agent as agentSchema, conversation, doing, escalation, id, macro, team, ticket, writtenKind} from '../schemas/model.js';
import type {Services} from '../services.js';
import {clearEscalation, escalate, handOff} from '../write/attention.js';
import {Locked} from '../write/locked.js';
import {runMacro} from '../write/macros.js';
import {createTicket, ticketFields} from '../write/tickets.js';
import {write} from '../write/write.js';
import {personOf} from './people.js';

const one = z.object({id});
/** The others forget it after this time unless it is said again. */
const typingTtlMs = 6_000;

export function threadFeatureRoutes(api: Api, services: Services): void {
  const {db, hub} = services;

  define(api, services, {
    method: 'get',
    path: '/conversations/{id}/assignees',
    contract: ['assignment.candidates'],
    summary: 'Who may get this conversation',
    params: one,
    result: calls.items(z.union([agentSchema, team])),
    run: async ({params, caller: {account, agent}}) => {
      await assertVisible(db, account, agent, params.id);
      const [agents, teams] = await Promise.all([
        agentsWhoSee(services, account, params.id),
        db.query<{id: string; name: string}>('select id, name from team where account = $1 order by name, id', [account]),
      ]);
      return {items: [...agents, ...teams.map((row) => ({type: 'team' as const, ...row}))]};
    },
  });

  define(api, services, {
    method: 'get',
    path: '/conversations/{id}/escalations',
    contract: ['escalations.list'],
    summary: 'Escalations of a conversation',
    params: one,
    result: calls.escalations,
    run: async ({params, caller: {account, agent}}) => {
      await assertVisible(db, account, agent, params.id);
      return {items: await escalationsOf(db, account, params.id)};
    },
  });

  define(api, services, {
    method: 'post',
    path: '/conversations/{id}/escalations',
    contract: ['escalations.raise'],
    summary: 'Raises an escalation',
    params: one,
    body: z.object({reason: z.string().max(2_000).optional(), toTeamId: id.optional()}),
    result: escalation,
    status: 201,
    run: ({params, body, caller: {account, agent, author}}) =>
      write(services, account, async (work) => {
        const row = await Locked.open(work, params.id, agent);
        row.assertAllowed('escalate');
        return escalate(work, row, author, body);
      }),
  });

  define(api, services, {
    method: 'delete',
    path: '/escalations/{id}',
    contract: ['escalations.clear'],
    summary: 'Clears an escalation',
    params: one,
    run: ({params, caller: {account, agent, author}}) =>
      write(services, account, async (work) => {
        const [found] = await work.query<{conversation: string}>('select conversation from escalation where account = $1 and id = $2', [account, params.id]);
        if (!found) throw notFound('escalation');
        const row = await Locked.open(work, found.conversation, agent);
        row.assertAllowed('escalate');
        await clearEscalation(work, row, author, params.id);
      }),
  });

  define(api, services, {
    method: 'post',
    path: '/conversations/{id}/hand-off',
    contract: ['automation.handOff'],
    summary: 'Takes over from the automated responder, or hands back to it',
    params: one,
    body: z.object({to: z.enum(['agent', 'bot'])}),
    result: conversation,
    run: ({params, body, caller: {account, agent, author}}) =>
      write(services, account, async (work) => {
        const row = await Locked.open(work, params.id, agent);
        row.assertAllowed('hand-off');
        await handOff(work, row, body.to, author);
        await row.flush();
        return conversationFor(work, account, agent, params.id);
      }),
  });

  define(api, services, {
    method: 'get',
    path: '/conversations/{id}/tickets',
    contract: ['tickets.list'],
    summary: 'Tickets of a conversation',
    params: one,
    result: calls.items(ticket),
    run: async ({params, caller: {account, agent}}) => {
      await assertVisible(db, account, agent, params.id);
      const rows = await db.query<TicketRow>(
        `select ${ticketColumns} from ticket where account = $1 and conversation = $2 order by created_at, id`,
        [account, params.id],
      );
      return {items: rows.map(ticketOf)};
    },
  });

  define(api, services, {
    method: 'get',
    path: '/tickets/form',
    contract: ['tickets.form'],
    summary: 'The fields of a ticket besides title and description',
    query: z.object({conversationId: id.optional()}),
    result: calls.ticketForm,
    run: async ({query: {conversationId}, caller: {account, agent}}) => {
      if (conversationId !== undefined) await assertVisible(db, account, agent, conversationId);
      return {fields: await ticketFields(db, account)};
    },
  });

  define(api, services, {
    method: 'post',
    path: '/tickets',
    contract: ['tickets.create'],
    summary: 'Raises a ticket, once for each Idempotency-Key',
    headers: ['Idempotency-Key'],
    body: calls.newTicket,
    result: ticket,
    status: 201,
    run: ({body, caller, context}) =>
      write(services, caller.account, (work) => createTicket(work, caller, {...body, clientId: context.req.header('idempotency-key') ?? body.clientId})),
  });

  define(api, services, {
    method: 'get',
    path: '/macros',
    contract: ['macros.list'],
    summary: 'Macros of the account',
    result: calls.items(macro),
    run: async ({caller: {account}}) => {
      const rows = await db.query<{id: string; name: string; description: string | null}>(
        'select id, name, description from macro where account = $1 order by name, id',
        [account],
      );
      return {items: rows.map(({description, ...row}) => ({...row, ...(description !== null && {description})}))};
    },
  });

  define(api, services, {
    method: 'post',
    path: '/macros/{id}/run',
    contract: ['macros.run'],
    summary: 'Does everything a macro says, or nothing',
    params: one,
    body: z.object({conversationId: id}),
    run: ({params, body, caller}) =>
      write(services, caller.account, async (work) => {
        const row = await Locked.open(work, body.conversationId, caller.agent);
        row.assertAllowed('macro');
        await runMacro(work, row, caller, params.id);
      }),
  });

  define(api, services, {
    method: 'post',
    path: '/conversations/{id}/typing',
    contract: ['typing.set'],
    summary: 'Tells the others that one types',
    params: one,
    body: z.object({on: z.boolean(), kind: writtenKind}),
    run: async ({params, body: {on, kind}, caller: {account, agent, author}}) => {
      await assertVisible(db, account, agent, params.id);
      hub.pass({
        of: 'typing',
        account,
        from: agent,
        conversation: params.id,
        event: {type: 'typing', conversationId: params.id, author, kind, on, ttlMs: on ? typingTtlMs : 0},
      });
    },
  });

  define(api, services, {
    method: 'post',
    path: '/conversations/{id}/presence',
    contract: ['presence.set'],
    summary: 'Tells the others that one looks on or writes',
    params: one,
    body: z.object({doing: z.union([doing, z.literal('away')])}),
    run: async ({params, body, caller: {account, agent}}) => {
      await assertVisible(db, account, agent, params.id);
      hub.pass({of: 'presence', account, conversation: params.id, agent: await personOf(db, account, agent), doing: body.doing});
    },
  });
}

/** Active agents of the account who may see this conversation. */
export async function agentsWhoSee({db}: Services, account: string, conversationId: string) {
  const rows = await db.query<Parameters<typeof agentOf>[0]>(
    `select ${agentColumns.split(', ').map((column) => `a.${column}`).join(', ')} from agent a join conversation c on c.account = a.account and c.id = $2
     where a.account = $1 and a.active and (c.visible_to is null or c.visible_to && loop_principals(a.account, a.id)) order by a.name, a.id`,
    [account, conversationId],
  );
  return rows.map(agentOf);
}
