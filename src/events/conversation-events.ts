import type {ConversationState, Id} from '../model/index.js';

/** Asks to show a conversation. Cancel it to show it elsewhere, or not at all. */
export class LoopConversationSelectEvent extends Event {
  static readonly type = 'loop-conversation-select';
  constructor(
    readonly conversationId: Id,
    /** Message to show it at, e.g. from a notification. */
    readonly messageId?: Id,
  ) {
    super(LoopConversationSelectEvent.type, {bubbles: true, composed: true, cancelable: true});
  }
}

/** The agent now sees this conversation; empty when they closed it. */
export class LoopConversationSelectedEvent extends Event {
  static readonly type = 'loop-conversation-selected';
  constructor(readonly conversationId: Id) {
    super(LoopConversationSelectedEvent.type, {bubbles: true, composed: true});
  }
}

/** Asks to archive a conversation. Cancel it to keep it where it is. */
export class LoopConversationArchiveEvent extends Event {
  static readonly type = 'loop-conversation-archive';
  constructor(readonly conversationId: Id) {
    super(LoopConversationArchiveEvent.type, {bubbles: true, composed: true, cancelable: true});
  }
}

/** A conversation was archived: by this agent, by somebody else, or by the backend. */
export class LoopConversationArchivedEvent extends Event {
  static readonly type = 'loop-conversation-archived';
  constructor(
    readonly conversationId: Id,
    readonly from: ConversationState,
    /** True when this agent did it, here. */
    readonly mine: boolean,
  ) {
    super(LoopConversationArchivedEvent.type, {bubbles: true, composed: true});
  }
}

/** The agent wants the contact shown beside the conversation, or hidden. Stays at the element that tells it. */
export class LoopContactToggleEvent extends Event {
  static readonly type = 'loop-contact-toggle';
  constructor(readonly conversationId: Id) {
    super(LoopContactToggleEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    'loop-conversation-select': LoopConversationSelectEvent;
    'loop-conversation-selected': LoopConversationSelectedEvent;
    'loop-conversation-archive': LoopConversationArchiveEvent;
    'loop-conversation-archived': LoopConversationArchivedEvent;
    'loop-contact-toggle': LoopContactToggleEvent;
  }
}
