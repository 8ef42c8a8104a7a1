import {AdapterError, type ConversationFilter, type ConversationSort, type Id, type OptionalFeatures, type ViewDef} from '../contract/index.js';
import type {Lists} from './lists.js';
import type {Runtime} from './runtime.js';
import {offers} from './selectors.js';

/** What a view is saved with; with an id it takes the place of that one. */
export interface NewView {
  readonly id?: Id;
  readonly label: string;
  readonly filter: ConversationFilter;
  readonly sort?: ConversationSort;
}

/** The saved views: reads them, saves and removes them. What fails is told to whoever asked. */
export class Views {
  readonly #runtime: Runtime;
  readonly #lists: Lists;

  constructor(runtime: Runtime, lists: Lists) {
    this.#runtime = runtime;
    this.#lists = lists;
  }

  async read(): Promise<void> {
    if (!offers(this.#runtime.state, 'views')) return;
    try {
      const saved = await this.#runtime.call(async (session, options) => session.views?.list(options));
      const fixed = this.#runtime.state.views.filter(({role}) => role !== 'saved');
      const known = new Set(fixed.map(({id}) => id));
      this.#put([...fixed, ...(saved ?? []).filter(({id}) => !known.has(id))]);
    } catch (error) {
      this.#runtime.ports.log('warn', 'Saved views could not be read', error);
    }
  }

  /** It is in the menu at once, where it was or at the end. */
  async save(view: NewView): Promise<ViewDef> {
    const saved = await this.#runtime.call((session, options) => groupOf(session.views?.save)(view, options));
    const {views} = this.#runtime.state;
    const isKnown = views.some(({id}) => id === saved.id);
    this.#put(isKnown ? views.map((each) => (each.id === saved.id ? saved : each)) : [...views, saved]);
    return saved;
  }

  /** One that somebody else has removed is gone too. */
  async remove(id: Id): Promise<void> {
    try {
      await this.#runtime.call((session, options) => groupOf(session.views?.remove)(id, options));
    } catch (error) {
      if (!AdapterError.is(error) || error.code !== 'not-found') throw error;
    }
    this.#put(this.#runtime.state.views.filter((view) => view.id !== id));
  }

  /** An open list whose view shows something else now is read again. */
  #put(views: readonly ViewDef[]): void {
    const before = new Map(this.#runtime.state.views.map((view) => [view.id, view]));
    this.#runtime.commit((state) => (state.views = views));
    const changed = (id: Id): boolean => {
      const [known, view] = [before.get(id), views.find((each) => each.id === id)];
      return known !== undefined && view !== undefined && shows(known) !== shows(view);
    };
    for (const {query} of this.#runtime.state.lists.values()) if (changed(query.view)) this.#lists.reload(query);
  }
}

/** What decides over the rows of a view and their order. */
const shows = ({filter = {}, sort}: ViewDef): string =>
  JSON.stringify([sort, Object.entries(filter).filter(([, wanted]) => wanted !== undefined).sort()]);

function groupOf<T extends NonNullable<OptionalFeatures['views']['save' | 'remove']>>(method: T | undefined): T {
  if (!method) throw new AdapterError({code: 'unsupported', feature: 'views', message: 'This backend keeps no views'});
  return method;
}
