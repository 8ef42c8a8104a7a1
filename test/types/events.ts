import type {EventBatch, LoopEvent} from '../../src/contract/index.js';

/** Every event is met: a new one does not compile until it has its case here, as in the inbox. */
export function subject(event: LoopEvent): string {
  switch (event.type) {
    case 'message.upserted':
      return event.message.id;
    case 'message.removed':
      return event.messageId;
    case 'conversation.upserted':
      return event.conversation.id;
    case 'conversation.touched':
    case 'conversation.removed':
      return event.id;
    case 'contact.upserted':
      return event.contact.id;
    case 'notification.upserted':
      return event.notification.id;
    case 'notification.removed':
      return event.ids.join();
    case 'escalation.upserted':
      return event.escalation.id;
    case 'escalation.removed':
      return event.id;
    case 'counts.changed':
    case 'views.changed':
      return event.type;
    case 'ticket.upserted':
      return event.ticket.id;
    case 'typing':
    case 'presence':
      return event.conversationId;
    case 'availability':
      return event.agentId;
    case 'reset':
      return event.reason;
    default:
      return event satisfies never;
  }
}

/** A missing case is an error of the compiler. */
export function incomplete(event: LoopEvent): string {
  switch (event.type) {
    case 'message.upserted':
      return event.message.id;
    default:
      // @ts-expect-error other events are left
      return event satisfies never;
  }
}

// @ts-expect-error no clock of another machine: how long it holds is told in ms
export const typing: LoopEvent = {type: 'typing', conversationId: 'c1', author: {kind: 'agent'}, kind: 'reply', on: true};

// @ts-expect-error a batch names its phase
export const batch: EventBatch = {events: []};
