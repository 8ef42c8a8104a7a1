import type {ViewDef} from '../contract/index.js';
import type {FirstMessages} from '../i18n/messages.js';

/** What a view is called: the three fixed ones in our words, saved ones in the backend's. */
export function viewName(view: ViewDef | undefined, {list}: FirstMessages): string {
  if (!view) return list.active;
  return view.role === 'saved' ? (view.label ?? view.id) : list[view.role];
}
