import {codeOf, LatePart} from '../../internal/late.js';

/** Sending, its menu, and the hints beside it. */
export const later = new LatePart('The composer', () => import('./composer-later.js'));

/** The emoji and their picker: asked for when it is opened. */
export const emojiCode = () => codeOf('The emoji picker', () => import('./emoji-picker.js'));
