import type {FixedSetting} from '../settings/loop-settings.js';
import type {LoopInbox} from './loop-inbox.js';

/** Settings that the page's attributes decide, so that the agent can't. */
export function fixedBy({density, colorScheme, lang}: LoopInbox): readonly FixedSetting[] {
  return [...(density ? ['density' as const] : []), ...(colorScheme ? ['theme' as const] : []), ...(lang ? ['language' as const] : [])];
}
