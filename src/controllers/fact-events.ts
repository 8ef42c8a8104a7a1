import {LoopConversationArchivedEvent} from '../events/conversation-events.js';
import {LoopMessageSentEvent} from '../events/message-events.js';
import {LoopErrorEvent, LoopReadyEvent, LoopSignInEvent, LoopSignOutEvent} from '../events/session-events.js';
import {LoopTicketCreatedEvent} from '../events/ticket-events.js';
import type {Fact} from '../store/facts.js';

/** The public event of a fact; undefined: the fact is told in another way. */
export function eventOf(fact: Fact): Event | undefined {
  switch (fact.type) {
    case 'ready':
      return new LoopReadyEvent(fact.session.me, fact.session.adapterName);
    case 'sign-in-needed':
      return new LoopSignInEvent(fact.reason);
    case 'signed-out':
      return new LoopSignOutEvent();
    case 'message-sent':
      return new LoopMessageSentEvent(fact.conversationId, fact.kind, fact.message);
    case 'conversation-moved':
      return fact.to === 'archived' ? new LoopConversationArchivedEvent(fact.conversationId, fact.from, fact.mine) : undefined;
    case 'ticket-created':
      return new LoopTicketCreatedEvent(fact.ticket.conversationId ?? '', fact.ticket);
    case 'error':
      return new LoopErrorEvent(fact.error.code, fact.error.message, fact.error);
    case 'storage-lost':
      return new LoopErrorEvent('storage', 'The browser keeps nothing any more');
    case 'message-failed':
    case 'message-arrived':
    case 'notification-arrived':
    case 'alert-due':
      return undefined;
  }
}
