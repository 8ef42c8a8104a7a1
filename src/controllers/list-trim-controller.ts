import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Id} from '../model/index.js';
import type {ListQuery} from '../store/state.js';
import type {InboxController} from './inbox-controller.js';

export interface TrimmedList {
  readonly inbox: InboxController;
  readonly query: () => ListQuery | undefined;
  /** The rows in the document. */
  readonly shown: () => readonly Id[];
  /** Those that stay wherever they are, as what is picked. */
  readonly keep: () => readonly Id[];
}

/** Tells the store where the reader of a list is, so that it keeps what is near and nothing else. */
export class ListTrimController implements ReactiveController {
  readonly #list: TrimmedList;

  constructor(host: ReactiveControllerHost, list: TrimmedList) {
    this.#list = list;
    host.addController(this);
  }

  hostUpdated(): void {
    const {inbox, query, shown, keep} = this.#list;
    const asked = query();
    const rows = shown();
    const conversations = inbox.state?.conversations;
    if (!asked || !conversations) return;
    // Small lists, where all rows are there, ask for nothing.
    if (conversations.size > 1000 || rows.some((id) => !conversations.has(id))) inbox.commands?.trimList(asked, rows, keep());
  }
}
