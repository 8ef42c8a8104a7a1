import type {BulkResult, OptionalFeatures, ViewDef} from '../../../contract/index.js';
import {AdapterError} from '../../../contract/index.js';
import {invalid, notFound} from '../backend/errors.js';
import {filterTest} from '../backend/filters.js';
import type {FileView} from '../conversation-file.js';
import {assertState} from '../writes/rules.js';
import {setState} from '../writes/state.js';
import {author, type FeatureContext} from './context.js';

const definition = ({id, label, filter, sort}: FileView): ViewDef => ({id, role: 'saved', label, filter, sort});

/** Saved views belong to the whole desk. They show everything that is not archived, narrowed by their filter. */
export const views = ({desk, agentId}: FeatureContext): OptionalFeatures['views'] => {
  const changed = () => {
    desk.lists.forget();
    desk.say({of: 'event', event: {type: 'views.changed'}});
  };
  return {
    list: async () => [...desk.views.values()].map(definition),

    save: async ({id, label, filter, sort}) => {
      if (!label.trim()) throw invalid('label', 'must not be empty', 'required');
      if (id !== undefined && !desk.views.has(id)) throw notFound('view', id);
      filterTest(filter, {agentId, marks: desk.marks});
      const view: FileView = {id: id ?? desk.newId('view'), label: label.trim(), filter, sort};
      desk.views.set(view.id, view);
      changed();
      return definition(view);
    },

    remove: async (id) => {
      if (!desk.views.delete(id)) throw notFound('view', id);
      changed();
    },
  };
};

export const bulk = (context: FeatureContext): OptionalFeatures['bulk'] => ({
  setState: async (ids, to) => {
    const {desk, agentId} = context;
    return ids.map((id): BulkResult => {
      try {
        const row = desk.conversation(id, agentId);
        assertState(desk, row, to);
        setState(desk, row, to, agentId, author(context));
        return {id, ok: true};
      } catch (error) {
        if (AdapterError.is(error)) return {id, ok: false, error};
        throw error;
      }
    });
  },
});
