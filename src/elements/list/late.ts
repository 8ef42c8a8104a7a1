import {LatePart} from '../../internal/late.js';

/** Buttons of rows, all keys, what keeps rows under a hand, and what stands where there are no rows. */
export const later = new LatePart('Actions and states of the list', () => import('./list-later.js'));
