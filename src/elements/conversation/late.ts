import {LatePart} from '../../internal/late.js';

/** Buttons and menus of the header, the rest of its facts, and what stands where no conversation does. */
export const later = new LatePart('The header', () => import('./conversation-later.js'));
