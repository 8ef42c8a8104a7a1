import {LatePart} from '../../internal/late.js';

/** Buttons of rows, all keys, what keeps rows under a hand, and what stands where there are no rows. */
export const later = new LatePart('The list', () => import('./list-later.js'));
