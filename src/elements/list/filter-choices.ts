import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {ConversationFilter} from '../../contract/index.js';
import type {Agent, ChannelKind, Id, Tag} from '../../model/index.js';
import type {Inbox} from '../../store/inbox.js';
import {offers} from '../../store/selectors.js';

/** What a list can be narrowed to, as far as it is known: what the backend lists, and what the loaded conversations carry. */
export class FilterChoices implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #inbox: () => Inbox | undefined;
  readonly #filter: () => ConversationFilter | undefined;
  #tags: readonly Tag[] | undefined;
  #people: readonly Agent[] | undefined;
  #asked: Inbox | undefined;

  /** @param filter what the host says the names of; absent: it asks by itself. */
  constructor(host: ReactiveControllerHost, inbox: () => Inbox | undefined, filter: () => ConversationFilter | undefined = () => undefined) {
    this.#host = host;
    this.#inbox = inbox;
    this.#filter = filter;
    host.addController(this);
  }

  /** Asks the backend, once; the host is rendered again with what came. */
  load(): void {
    const inbox = this.#inbox();
    if (!inbox || inbox === this.#asked) return;
    this.#asked = inbox;
    const show = () => this.#host.requestUpdate();
    if (offers(inbox.state, 'tags')) void inbox.commands.tags().then((tags) => (this.#tags = tags)).then(show);
    // Without a directory those who have conversations are offered.
    if (offers(inbox.state, 'directory')) void inbox.commands.directory().then((people) => (this.#people = people)).then(show);
  }

  /** Looks among what is loaded before the backend is asked. */
  hostUpdated(): void {
    const {assignee, tags = []} = this.#filter() ?? {};
    const isNamed = assignee === undefined || assignee === 'me' || assignee === 'none' || this.personName(assignee) !== assignee;
    if (!isNamed || tags.some((id) => this.tagName(id) === id)) this.load();
  }

  hostDisconnected(): void {
    this.#asked = undefined;
  }

  /** Undefined while the backend has not answered. */
  get tags(): readonly Tag[] | undefined {
    const waits = this.#asked !== undefined && offers(this.#asked.state, 'tags') && !this.#tags;
    return waits ? undefined : this.#knownTags;
  }

  /** Colleagues, without the agent whose inbox this is. */
  get people(): readonly Agent[] {
    const me = this.#inbox()?.state.session?.me.id;
    return byId([...(this.#people ?? []), ...this.#loaded.flatMap(({assignee}) => assignee ?? [])])
      .filter(({id}) => id !== me)
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  get channels(): readonly ChannelKind[] {
    return [...new Set(this.#loaded.map(({channel}) => channel.kind))].sort();
  }

  personName(id: Id): string {
    return this.people.find((person) => person.id === id)?.name ?? id;
  }

  tagName(id: Id): string {
    return this.#knownTags.find((tag) => tag.id === id)?.name ?? id;
  }

  get #knownTags(): readonly Tag[] {
    return byId([...(this.#tags ?? []), ...this.#loaded.flatMap(({tags}) => tags)]);
  }

  get #loaded() {
    return [...(this.#inbox()?.state.conversations.values() ?? [])];
  }
}

const byId = <T extends {readonly id: Id}>(records: readonly T[]): T[] => [...new Map(records.map((record) => [record.id, record])).values()];
