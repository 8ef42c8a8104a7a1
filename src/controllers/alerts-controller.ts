import type {ReactiveControllerHost} from 'lit';
import {LoopConversationSelectEvent} from '../events/conversation-events.js';
import type {Notification} from '../model/index.js';
import type {Inbox} from '../store/inbox.js';
import {EffectController} from './effect-controller.js';

/** Sounds and shows what arrives for the agent, where they asked for it. One of them for each inbox. */
export class AlertsController {
  readonly #host: ReactiveControllerHost & HTMLElement;

  /** @param inbox undefined where another element does it. */
  constructor(host: ReactiveControllerHost & HTMLElement, inbox: () => Inbox | undefined) {
    this.#host = host;
    new EffectController(
      host,
      () => [inbox()],
      (followed) => followed?.listen((fact) => fact.type === 'alert-due' && void this.#alert(followed, fact.notification)),
    );
  }

  async #alert({state, ports}: Inbox, notification: Notification): Promise<void> {
    const {sound, desktop, quietKinds} = state.choices;
    if ((!sound && !desktop) || quietKinds.includes(notification.kind)) return;
    try {
      const {playSound, showDesktop} = await import('../internal/alert.js');
      if (desktop) showDesktop(notification, () => this.#open(notification));
      if (sound) await playSound();
    } catch (error) {
      ports.log('warn', 'A notification could not be sounded or shown', error);
    }
  }

  #open({conversationId, messageId}: Notification): void {
    if (conversationId) this.#host.dispatchEvent(new LoopConversationSelectEvent(conversationId, messageId));
  }
}
