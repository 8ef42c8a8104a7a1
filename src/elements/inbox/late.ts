import {LatePart} from '../../internal/late.js';

/** Edges that can be moved, shortcuts, and what stands where no inbox does. */
export const later = new LatePart('The inbox', () => import('./inbox-later.js'));
