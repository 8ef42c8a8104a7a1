import type {Id, NewTicket, Ticket} from '../contract/index.js';

/** Asks to create a ticket. Cancel it to keep the form open; change `ticket` to create another one. */
export class LoopTicketCreateEvent extends Event {
  static readonly type = 'loop-ticket-create';

  /** @param conversationId empty when the ticket comes from no conversation. */
  constructor(
    readonly conversationId: Id,
    public ticket: Omit<NewTicket, 'clientId'>,
  ) {
    super(LoopTicketCreateEvent.type, {bubbles: true, composed: true, cancelable: true});
  }
}

/** Tells that the backend has a new ticket from this agent. */
export class LoopTicketCreatedEvent extends Event {
  static readonly type = 'loop-ticket-created';

  constructor(
    readonly conversationId: Id,
    readonly ticket: Ticket,
  ) {
    super(LoopTicketCreatedEvent.type, {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'loop-ticket-create': LoopTicketCreateEvent;
    'loop-ticket-created': LoopTicketCreatedEvent;
  }
}
