import type {Doing, Id} from '../../contract/index.js';
import type {Release} from '../../store/commands.js';
import type {Inbox} from '../../store/inbox.js';

/** What one element tells colleagues that its agent does; at most one thing at a time. */
export class Attendance {
  #inbox: Inbox | undefined;
  #told = '';
  #release: Release | undefined;

  /** Tells it unless it has been told already; ends what was told before. */
  tell(inbox: Inbox, conversationId: Id, doing: Doing): void {
    const what = `${doing}:${conversationId}`;
    if (inbox === this.#inbox && what === this.#told) return;
    this.end();
    this.#inbox = inbox;
    this.#told = what;
    this.#release = inbox.commands.attend(conversationId, doing);
  }

  end(): void {
    this.#release?.();
    this.#release = undefined;
    this.#inbox = undefined;
    this.#told = '';
  }
}
