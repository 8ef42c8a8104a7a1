import type {Id, LoopEvent, Session} from '../contract/index.js';

type MessageEvent = Extract<LoopEvent, {type: 'message.upserted'}>;

export const messageEvent =
  (id: Id) =>
  (event: LoopEvent): event is MessageEvent =>
    event.type === 'message.upserted' && event.message.id === id;

/** Does this event tell of the message, as far as the adapter declares that it can? */
export function tells(session: Session, event: LoopEvent, conversationId: Id, messageId: Id): boolean {
  if (session.capabilities.events.types.includes('message.upserted')) return messageEvent(messageId)(event);
  return (
    (event.type === 'conversation.touched' && event.id === conversationId) ||
    (event.type === 'conversation.upserted' && event.conversation.id === conversationId)
  );
}
