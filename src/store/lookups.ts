import {
  AdapterError,
  type Agent,
  type Attachment,
  type CallOptions,
  type CannedReply,
  type Cursor,
  type Feature,
  type Id,
  type Macro,
  type OptionalFeatures,
  type Page,
  type SearchHit,
  type Session,
  type Tag,
  type WrittenKind,
} from '../contract/index.js';
import {toAdapterError, type Runtime} from './runtime.js';

/** What is asked of the backend while the agent types or chooses. What fails is told to whoever asked: it has the place to show it. */
export class Lookups {
  readonly #runtime: Runtime;

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  search(text: string, query: {scope?: readonly SearchHit['scope'][]; cursor?: Cursor}): Promise<Page<SearchHit>> {
    return this.#call('search', (search, options) => search.query(text, {limit: 20, ...query}, options));
  }

  canned(text: string, conversationId: Id, kind: WrittenKind): Promise<readonly CannedReply[]> {
    return this.#call('canned', (canned, options) => canned.find(text, {conversationId, kind}, options));
  }

  macros(): Promise<readonly Macro[]> {
    return this.#call('macros', (macros, options) => macros.list(options));
  }

  async runMacro(id: Id, conversationId: Id): Promise<void> {
    if (!this.#runtime.connected) return this.#runtime.notice({type: 'offline-refused', action: 'macro'});
    try {
      await this.#call('macros', (macros, options) => macros.run(id, conversationId, options));
    } catch (error) {
      this.#runtime.notice({type: 'refused', action: 'macro', error: toAdapterError(error)});
    }
  }

  clear(): void {
    this.#runtime.commit((state) => (state.agentNames = undefined));
  }

  /** Without a text: all who may see the conversation, as far as they are few. */
  async agents(text: string, conversationId: Id): Promise<readonly Agent[]> {
    const limit = text ? 10 : 100;
    const found = await this.#call('directory', (directory, options) => directory.agents({text, conversationId, limit}, options));
    const unknown = found.filter(({id, name}) => this.#runtime.state.agentNames?.[id] !== name);
    if (unknown.length > 0) {
      const names = Object.fromEntries(unknown.map(({id, name}) => [id, name]));
      this.#runtime.commit((state) => (state.agentNames = {...state.agentNames, ...names}));
    }
    return found;
  }

  /** Nice to have: what fails is logged, and nobody is offered. */
  async directory(): Promise<readonly Agent[]> {
    try {
      return await this.#call('directory', (directory, options) => directory.agents({limit: 200}, options));
    } catch (error) {
      this.#runtime.ports.log('warn', 'Colleagues could not be read', error);
      return [];
    }
  }

  /** Undefined where the backend makes no new tags. */
  async createTag(name: string): Promise<Tag | undefined> {
    return this.#call('tags', async (tags, options) => tags.create?.(name, options));
  }

  /** Where a file can be fetched from; through the adapter where it needs credentials or decoding. */
  async fileUrl(attachment: Attachment): Promise<{readonly href: string; revoke?(): void} | undefined> {
    if (this.#runtime.state.session?.features.has('download')) {
      return this.#call('download', (download, options) => download.url(attachment, options));
    }
    return attachment.url === undefined ? undefined : {href: attachment.url};
  }

  #call<F extends Feature, T>(
    feature: F,
    work: (group: OptionalFeatures[F], options: Required<CallOptions>) => Promise<T>,
  ): Promise<T> {
    return this.#runtime.call((session: Session, options) => {
      const group = session[feature];
      if (!group) throw new AdapterError({code: 'unsupported', feature, message: `This backend has no ${feature}`});
      return work(group as OptionalFeatures[F], options);
    });
  }
}
