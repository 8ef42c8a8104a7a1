import type {ConversationFilter, ConversationSort, ViewDef} from '../../contract/index.js';
import type {InboxState} from '../../store/state.js';

/** What can be done with a view. */
export type ViewTask = 'new' | 'overwrite' | 'rename' | 'remove';

const isNarrowed = (filter: ConversationFilter): boolean => Object.values(filter).some((wanted) => wanted !== undefined);

/** The tasks that the backend takes for this view, in the order of the menu. */
export function viewTasks({can, choices}: InboxState, view: ViewDef | undefined): readonly ViewTask[] {
  // A saved view shows open conversations only: what is seen in Archived or Automated can't be kept as one.
  if (!view || (view.role !== 'active' && view.role !== 'saved')) return [];
  const sort = choices.sorts[view.id];
  const changed = isNarrowed(choices.filters[view.id] ?? {}) || (sort !== undefined && sort !== view.sort);
  const saved = view.role === 'saved';
  const tasks: Readonly<Record<ViewTask, boolean>> = {
    overwrite: saved && changed && can.has('views.save'),
    new: can.has('views.save'),
    rename: saved && can.has('views.save'),
    remove: saved && can.has('views.remove'),
  };
  return (Object.keys(tasks) as ViewTask[]).filter((task) => tasks[task]);
}

/** What the list shows now: what the view shows, narrowed further by the agent. */
export function shownBy({choices}: InboxState, view: ViewDef): {readonly filter: ConversationFilter; readonly sort?: ConversationSort} {
  const own = choices.filters[view.id] ?? {};
  const tags = [...new Set([...(view.filter?.tags ?? []), ...(own.tags ?? [])])];
  const sort = choices.sorts[view.id] ?? view.sort;
  return {filter: {...view.filter, ...own, ...(tags.length > 0 && {tags})}, ...(sort && {sort})};
}
