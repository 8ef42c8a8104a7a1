import {
  AdapterError,
  type Action,
  type Agent,
  type Availability,
  type CallOptions,
  type Contact,
  type Conversation,
  type Escalation,
  type Id,
  type NewTicket,
  type Priority,
  type Session,
  type Tag,
  type Team,
  type Ticket,
  type TicketForm,
} from '../contract/index.js';
import {rememberDenial} from './denials.js';
import type {Records} from './records.js';
import {toAdapterError, type Runtime} from './runtime.js';

type Refused = (error: AdapterError) => void;

/**
 * Everything about a conversation but its messages and its state: assignee, priority, tags, escalations, contact, tickets. Shown at
 * once, taken back with a sentence when the backend refuses, refused with one while there is no connection.
 */
export class Details {
  readonly #runtime: Runtime;
  readonly #records: Records;

  constructor(runtime: Runtime, records: Records) {
    this.#runtime = runtime;
    this.#records = records;
  }

  /** @param refused hears why the backend did not; absent: a notice says it. */
  assign(conversationId: Id, to: {agentId?: Id | null; teamId?: Id | null}, known: readonly (Agent | Team)[], refused?: Refused): Promise<boolean> {
    const person = known.find((candidate) => candidate.type !== 'team' && candidate.id === to.agentId) as Agent | undefined;
    const team = known.find((candidate) => candidate.type === 'team' && candidate.id === to.teamId) as Team | undefined;
    const change: Partial<Conversation> = {
      ...((to.agentId === null || person) && {assignee: person ?? null}),
      ...((to.teamId === null || team) && {team: team ?? null}),
    };
    return this.#change('assign', conversationId, change, (session, options) => session.assignment?.assign(conversationId, to, options), refused);
  }

  async assignees(conversationId: Id): Promise<readonly (Agent | Team)[]> {
    return this.#ask([], (session, options) => session.assignment?.candidates(conversationId, options));
  }

  setPriority(conversationId: Id, priority: Priority | null): void {
    void this.#change('priority', conversationId, {priority}, (session, options) =>
      session.priority?.set(conversationId, priority, options),
    );
  }

  /** @param refused as for `assign`. */
  changeTags(conversationId: Id, {add = [], remove = []}: {add?: readonly Tag[]; remove?: readonly Tag[]}, refused?: Refused): Promise<boolean> {
    const before = this.#runtime.state.conversations.get(conversationId)?.tags ?? [];
    const gone = new Set(remove.map(({id}) => id));
    const kept = before.filter(({id}) => !gone.has(id));
    const tags = [...kept, ...add.filter((tag) => !kept.some(({id}) => id === tag.id))];
    return this.#change('tag', conversationId, {tags}, (session, options) =>
      session.tags?.set(conversationId, {add: add.map(({id}) => id), remove: remove.map(({id}) => id)}, options), refused);
  }

  async tags(): Promise<readonly Tag[]> {
    return this.#ask([], (session, options) => session.tags?.list(options));
  }

  escalate(conversationId: Id, reason?: string): void {
    void this.#change(
      'escalate',
      conversationId,
      {escalated: true},
      async (session, options) => {
        const escalation = await session.escalations?.raise(conversationId, {...(reason && {reason})}, options);
        if (escalation) this.putEscalation(escalation);
        return undefined;
      },
    );
  }

  clearEscalation(conversationId: Id): void {
    void this.#change('escalate', conversationId, {escalated: false}, async (session, options) => {
      const all = (await session.escalations?.list(conversationId, options)) ?? [];
      for (const {id} of all) await session.escalations?.clear(id, options);
      this.#runtime.commit((state) => state.escalations.delete(conversationId));
      return undefined;
    });
  }

  handOff(conversationId: Id, to: 'agent' | 'bot'): void {
    const state = to === 'bot' ? 'automated' : 'active';
    const from = this.#runtime.state.conversations.get(conversationId)?.state;
    void this.#change('hand-off', conversationId, {state, handledBy: to}, (session, options) =>
      session.automation?.handOff(conversationId, to, options),
    ).then((done) => {
      if (done && from) this.#runtime.tell({type: 'conversation-moved', conversationId, from, to: state, mine: true});
    });
  }

  /** Shown at once; the backend's word, when it comes, is the last. */
  setAvailability(availability: Availability): void {
    const {session} = this.#runtime.state;
    if (!session) return;
    this.#runtime.commit((state) => (state.session = {...session, me: {...session.me, availability}}));
    void this.#ask(undefined, (open, options) => open.availability?.set(availability, options));
  }

  putEscalation(escalation: Escalation): void {
    const {conversationId} = escalation;
    const others = (this.#runtime.state.escalations.get(conversationId) ?? []).filter(({id}) => id !== escalation.id);
    this.#runtime.commit((state) => state.escalations.put(conversationId, [...others, escalation]));
  }

  removeEscalation(id: Id, conversationId: Id): void {
    const left = (this.#runtime.state.escalations.get(conversationId) ?? []).filter((escalation) => escalation.id !== id);
    this.#runtime.commit((state) => state.escalations.put(conversationId, left));
  }

  async loadContact(contactId: Id): Promise<void> {
    const contact = await this.#ask(undefined, (session, options) => session.contacts?.get(contactId, options));
    if (contact) this.#runtime.commit((state) => state.contacts.put(contact.id, contact));
  }

  async contactConversations(contactId: Id): Promise<readonly Conversation[]> {
    const page = await this.#ask(undefined, (session, options) => session.contacts?.conversations(contactId, {limit: 20}, options));
    return page?.items ?? [];
  }

  async loadEscalations(conversationId: Id): Promise<void> {
    const all = await this.#ask(undefined, (session, options) => session.escalations?.list(conversationId, options));
    if (all) this.#runtime.commit((state) => state.escalations.put(conversationId, all));
  }

  async updateContact(contactId: Id, patch: Partial<Contact>): Promise<void> {
    const before = this.#contact(contactId);
    if (!before) return;
    const put = (contact: Contact) => this.#runtime.commit((state) => state.contacts.put(contactId, contact));
    put({...before, ...patch});
    try {
      put(await this.#runtime.call((session, options) => {
        const update = session.contacts?.update;
        if (!update) throw new AdapterError({code: 'unsupported', feature: 'contacts', message: 'This backend changes no contacts'});
        return update(contactId, patch, {...options, ...(before.version !== undefined && {ifVersion: before.version})});
      }));
    } catch (thrown) {
      put(before);
      throw thrown;
    }
  }

  #contact(id: Id): Contact | undefined {
    const {contacts, conversations} = this.#runtime.state;
    return contacts.get(id) ?? [...conversations.values()].find(({contact}) => contact.id === id)?.contact;
  }

  async loadTickets(conversationId: Id): Promise<void> {
    const tickets = await this.#ask<readonly Ticket[]>([], (session, options) => session.tickets?.list(conversationId, options));
    this.#runtime.commit((state) => state.tickets.put(conversationId, tickets));
  }

  putTicket(ticket: Ticket): void {
    const {conversationId} = ticket;
    if (conversationId === undefined) return;
    const others = (this.#runtime.state.tickets.get(conversationId) ?? []).filter(({id}) => id !== ticket.id);
    this.#runtime.commit((state) => state.tickets.put(conversationId, [ticket, ...others]));
  }

  ticketForm(conversationId: Id | undefined): Promise<TicketForm> {
    return this.#runtime.call((session, options) => offered(session.tickets, 'tickets').form(conversationId, options));
  }

  async createTicket(ticket: Omit<NewTicket, 'clientId'>, clientId: string): Promise<Ticket> {
    const created = await this.#runtime.call((session, options) =>
      offered(session.tickets, 'tickets').create({...ticket, clientId}, options),
    );
    this.putTicket(created);
    this.#runtime.tell({type: 'ticket-created', ticket: created});
    return created;
  }

  /** @returns true when the backend did it. */
  async #change(
    action: Action,
    conversationId: Id,
    change: Partial<Conversation>,
    work: (session: Session, options: Required<CallOptions>) => Promise<Conversation | undefined> | undefined,
    refused: Refused = (error) => this.#runtime.notice({type: 'refused', action, error}),
  ): Promise<boolean> {
    const before = this.#records.confirmed(conversationId);
    if (!before) return false;
    if (!this.#runtime.connected) {
      this.#runtime.notice({type: 'offline-refused', action});
      return false;
    }
    this.#records.amend(conversationId, change);
    try {
      const answer = await this.#runtime.call(async (session, options) => work(session, options));
      if (answer) this.#records.putTold(answer);
      return true;
    } catch (thrown) {
      const error = toAdapterError(thrown);
      this.#takeBack(before, change);
      rememberDenial(this.#records, conversationId, action, error);
      refused(error);
      return false;
    }
  }

  /** Only what this change touched and nobody else has changed since. */
  #takeBack(before: Conversation, change: Partial<Conversation>): void {
    const now = this.#records.confirmed(before.id);
    if (!now) return;
    const earlier: Partial<Record<keyof Conversation, unknown>> = {};
    for (const key of Object.keys(change) as (keyof Conversation)[]) {
      if (now[key] === change[key]) earlier[key] = before[key];
    }
    this.#records.amend(before.id, earlier as Partial<Conversation>);
  }

  /** For lists that are nice to have: what fails is logged, and the place stays empty. */
  async #ask<T>(absent: T, work: (session: Session, options: Required<CallOptions>) => Promise<T> | undefined): Promise<T> {
    try {
      return (await this.#runtime.call(async (session, options) => work(session, options))) ?? absent;
    } catch (error) {
      this.#runtime.ports.log('warn', 'Could not be read', error);
      return absent;
    }
  }
}

function offered<T>(group: T | undefined, feature: string): T {
  if (!group) throw new AdapterError({code: 'unsupported', feature, message: `This backend has no ${feature}`});
  return group;
}
