import type {FileInput, Id, Message, MessageBody, WrittenKind} from '../contract/index.js';

/** Asks to send a reply or note. Cancel it to keep the draft; change `body` to send something else. The kind is fixed. */
export class LoopMessageSendEvent extends Event {
  static readonly type = 'loop-message-send';

  constructor(
    readonly conversationId: Id,
    readonly kind: WrittenKind,
    public body: MessageBody,
    /** What goes with it. */
    readonly files: readonly FileInput[] = [],
  ) {
    super(LoopMessageSendEvent.type, {bubbles: true, composed: true, cancelable: true});
  }
}

/** Tells that the backend has stored a reply or note of this agent. */
export class LoopMessageSentEvent extends Event {
  static readonly type = 'loop-message-sent';

  constructor(
    readonly conversationId: Id,
    readonly kind: WrittenKind,
    readonly message: Message,
  ) {
    super(LoopMessageSentEvent.type, {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'loop-message-send': LoopMessageSendEvent;
    'loop-message-sent': LoopMessageSentEvent;
  }
}
