import {AdapterError, type Action, type CallOptions, type Id, type Message, type Session} from '../contract/index.js';
import {toBody} from './message-body.js';
import {toAdapterError, type Runtime} from './runtime.js';
import type {ThreadRecords} from './thread-records.js';

/** Changing and taking away what one has written: shown at once, taken back with a sentence when the backend refuses. */
export class MessageChanges {
  readonly #runtime: Runtime;
  readonly #messages: ThreadRecords;

  constructor(runtime: Runtime, messages: ThreadRecords) {
    this.#runtime = runtime;
    this.#messages = messages;
  }

  async edit(conversationId: Id, messageId: Id, text: string): Promise<boolean> {
    const before = this.#messages.find(conversationId, messageId);
    const formats = this.#runtime.state.session?.capabilities.bodyFormats ?? [];
    if (!before) return false;
    const {format} = before.body;
    const body = formats.includes(format) && format !== 'html' ? {format, value: text} : toBody(text, formats);
    const {version} = before;
    const change = {body: {...before.body, ...body}, editedAt: new Date(this.#runtime.now()).toISOString()};
    return this.#change('edit-message', conversationId, messageId, change, async (session, options) => {
      if (!session.editMessage) throw unsupported('editMessage');
      const unchanged = version === undefined ? {} : {ifVersion: version};
      this.#messages.put(await session.editMessage.edit(conversationId, messageId, body, {...options, ...unchanged}));
    });
  }

  remove(conversationId: Id, messageId: Id): Promise<boolean> {
    const body = {format: 'text' as const, value: ''};
    return this.#change('delete-message', conversationId, messageId, {deleted: true, body, attachments: []}, async (session, options) => {
      if (!session.deleteMessage) throw unsupported('deleteMessage');
      await session.deleteMessage.remove(conversationId, messageId, options);
    });
  }

  async #change(
    action: Action,
    conversationId: Id,
    messageId: Id,
    change: Partial<Message>,
    work: (session: Session, options: Required<CallOptions>) => Promise<void>,
  ): Promise<boolean> {
    const before = this.#messages.find(conversationId, messageId);
    if (!before || before.entry) return false;
    if (!this.#runtime.connected) {
      this.#runtime.notice({type: 'offline-refused', action});
      return false;
    }
    const amended = this.#messages.amend(conversationId, messageId, change);
    try {
      await this.#runtime.call(work);
      return true;
    } catch (error) {
      // What the backend has told meanwhile stands.
      if (amended) this.#messages.replace(amended, before);
      this.#runtime.notice({type: 'refused', action, error: toAdapterError(error)});
      return false;
    }
  }
}

const unsupported = (feature: 'editMessage' | 'deleteMessage'): AdapterError =>
  new AdapterError({code: 'unsupported', feature, message: `This backend has no ${feature}`});
