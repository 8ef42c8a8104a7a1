import {LatePart} from '../../internal/late.js';

/** Sending, its menu, and the hints beside it. */
export const later = new LatePart('The part of the composer that sends', () => import('./composer-later.js'));

/** The emoji and their picker: asked for when it is opened. */
export const emojiPart = new LatePart('The emoji picker', () => import('./emoji-picker.js'));
