import {defineChecks} from '../check.js';
import {claim, claimEqual, claimRejects} from '../claims.js';
import type {CheckContext} from '../context.js';
import {declared, declaredIf} from '../needs.js';
import {repeated} from '../walks.js';
import type {Id, NewTicket, TicketForm} from '../../contract/index.js';

export const contactChecks = defineChecks([
  {
    id: 'contact/get-and-history',
    level: 'feature',
    title: 'tells who a contact is and all their conversations, newest first, also closed ones',
    run: async (t) => {
      const contacts = declared(t.session, 'contacts');
      const name = t.words('Robin');
      const {id: contact} = await t.seed.contact({name, email: `${t.key()}@example.org`});
      const made = [await t.conversation({contact}), await t.conversation({contact}), await t.conversation({contact})];
      await t.session.setState(made[0] ?? '', 'archived', {});
      const found = await contacts.get(contact, {});
      claimEqual(found.id, contact, 'get() answers the contact that was asked for');
      claimEqual(found.name, name, 'get() answers the name of the contact');
      const ids: Id[] = [];
      let cursor: string | undefined;
      do {
        const page = await contacts.conversations(contact, {limit: 2, cursor}, {});
        ids.push(...page.items.map(({id}) => id));
        cursor = page.next;
      } while (cursor !== undefined && ids.length < 10);
      claimEqual(repeated(ids), [], 'no conversation comes twice');
      claimEqual(ids.toSorted(), made.toSorted(), 'the history holds all conversations of the contact and no other');
      await claimRejects(contacts.get(t.key(), {}), 'not-found', 'get() of an unknown contact is refused');
    },
  },
  {
    id: 'contact/update',
    level: 'feature',
    title: 'changes what is given of a contact and nothing else',
    run: async (t) => {
      const contacts = declared(t.session, 'contacts');
      declaredIf(contacts.update, "the group 'contacts' has no update()");
      const email = `${t.key()}@example.org`;
      const {id} = await t.seed.contact({name: t.words('Robin'), email});
      const name = t.words('Robyn');
      const answered = await contacts.update(id, {name}, {});
      claimEqual(answered.name, name, 'update() answers the contact with the new name');
      const read = await contacts.get(id, {});
      claimEqual([read.name, read.email], [name, email], 'the new name and the old address are there when read again');
    },
  },
  {
    id: 'ticket/form-valid',
    level: 'feature',
    title: 'gives a ticket form whose fields can be shown',
    run: async (t) => {
      const tickets = declared(t.session, 'tickets');
      const {fields} = await tickets.form(await t.conversation(), {});
      const keys = fields.map(({key}) => key);
      claimEqual(repeated(keys), [], 'each field has a key of its own');
      claim(!keys.includes('title') && !keys.includes('description'), '`title` and `description` are always asked and not in the form');
      for (const {key, label, kind, options} of fields) {
        claim(key !== '' && label !== '', 'each field has a key and a label');
        claim(kind !== 'select' || (options && options.length > 0), `the select '${key}' has options`);
      }
    },
  },
  {
    id: 'ticket/create-with-conversation',
    level: 'feature',
    title: 'raises a ticket that belongs to its conversation',
    run: async (t) => {
      const tickets = declared(t.session, 'tickets');
      const conversationId = await t.conversation();
      const draft = await newTicket(t, conversationId);
      const ticket = await tickets.create(draft, {});
      claimEqual(ticket.title, draft.title, 'a ticket has the title it was raised with');
      claimEqual(ticket.conversationId, conversationId, 'a ticket names its conversation');
      claim(ticket.open && ticket.status !== '', 'a new ticket is open and has a status');
      const listed = await tickets.list(conversationId, {});
      claimEqual(listed.map(({id}) => id), [ticket.id], 'the ticket is listed at its conversation');
    },
  },
  {
    id: 'ticket/missing-field-is-validation',
    level: 'feature',
    title: 'refuses a ticket that lacks a required field, and names the field',
    run: async (t) => {
      const tickets = declared(t.session, 'tickets');
      const conversationId = await t.conversation();
      const draft = await newTicket(t, conversationId);
      const required = (await tickets.form(conversationId, {})).fields.find((field) => field.required);
      const incomplete: NewTicket = required
        ? {...draft, fields: {...draft.fields, [required.key]: undefined}}
        : {...draft, title: ''};
      const field = required?.key ?? 'title';
      const error = await claimRejects(tickets.create(incomplete, {}), 'validation', `a ticket without '${field}' is refused`);
      const paths = error.init.code === 'validation' ? error.init.issues.map(({path}) => path) : [];
      claim(paths.some((path) => path.includes(field)), `an issue names '${field}', not ${paths.join(', ')}`);
      claimEqual(await tickets.list(conversationId, {}), [], 'the refused ticket is not there');
    },
  },
  {
    id: 'ticket/same-client-id-once',
    level: 'feature',
    title: 'raises one ticket when the same one is sent twice',
    run: async (t) => {
      const tickets = declared(t.session, 'tickets');
      const conversationId = await t.conversation();
      const draft = await newTicket(t, conversationId);
      const one = await tickets.create(draft, {});
      const two = await tickets.create(draft, {});
      claimEqual(two.id, one.id, 'a ticket sent again with the same client id is answered with the first');
      claimEqual((await tickets.list(conversationId, {})).length, 1, 'one ticket is there');
    },
  },
  {
    id: 'ticket/event',
    level: 'feature',
    title: 'tells that a colleague raised a ticket',
    run: async (t) => {
      const theirs = declared(await t.other(), 'tickets');
      declaredIf(t.session.capabilities.events.types.includes('ticket.upserted'), "there is no event 'ticket.upserted'");
      const watcher = await t.follow();
      const ticket = await theirs.create(await newTicket(t, await t.conversation()), {});
      await watcher.event((one) => one.type === 'ticket.upserted' && one.ticket.id === ticket.id, 'the ticket is told');
    },
  },
]);

/** A ticket with every required field filled in. */
async function newTicket(t: CheckContext, conversationId: Id): Promise<NewTicket> {
  const form = await declared(t.session, 'tickets').form(conversationId, {});
  const fields = Object.fromEntries(form.fields.filter(({required}) => required).map((field) => [field.key, filled(field)]));
  return {clientId: t.key(), conversationId, title: t.words('Exchange the kettle'), description: 'It leaks.', fields};
}

function filled(field: TicketForm['fields'][number]): unknown {
  switch (field.kind) {
    case 'select':
      return field.options?.[0]?.value;
    case 'number':
      return 1;
    case 'checkbox':
      return true;
    case 'date':
      return '2026-04-01';
    case 'tags':
      return field.options?.[0] ? [field.options[0].value] : [];
    case 'priority':
      return 'high';
    case 'contact':
    case 'text':
    case 'longtext':
      return field.value ?? 'as told';
    default:
      return field.kind satisfies never;
  }
}
