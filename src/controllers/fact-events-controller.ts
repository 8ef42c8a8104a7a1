import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {LoopConversationArchivedEvent} from '../events/conversation-events.js';
import {LoopMessageSentEvent} from '../events/message-events.js';
import {LoopErrorEvent, LoopReadyEvent, LoopSignInEvent, LoopSignOutEvent} from '../events/session-events.js';
import {LoopTicketCreatedEvent} from '../events/ticket-events.js';
import type {Fact} from '../store/facts.js';
import type {Inbox} from '../store/inbox.js';

/** The public event of a fact; undefined: the fact is told in another way. */
function eventOf(fact: Fact): Event | undefined {
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
      return undefined;
  }
}

/** Tells the host's page what happened, as DOM events of the one element that stands for an inbox. */
export class FactEventsController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #inbox: () => Inbox | undefined;
  readonly #concerns: (fact: Fact) => boolean;
  #followed: Inbox | undefined;
  #stop: (() => void) | undefined;

  /**
   * @param inbox the one to tell of; undefined where another element does.
   * @param concerns which facts to tell: an element of one conversation leaves out the others.
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    inbox: () => Inbox | undefined,
    concerns: (fact: Fact) => boolean = () => true,
  ) {
    this.#host = host;
    this.#inbox = inbox;
    this.#concerns = concerns;
    host.addController(this);
  }

  /** Before the first render, so that nothing is missed. */
  hostUpdate(): void {
    const inbox = this.#host.isConnected ? this.#inbox() : undefined;
    if (inbox === this.#followed) return;
    this.#stop?.();
    this.#followed = inbox;
    this.#stop = inbox?.listen((fact) => {
      const event = this.#concerns(fact) ? eventOf(fact) : undefined;
      if (event) this.#host.dispatchEvent(event);
    });
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#followed = undefined;
  }
}
