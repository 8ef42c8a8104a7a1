import {LatePart} from '../../internal/late.js';

/** What goes on while a thread is read: the line below it, activities, what is new, what is read, keys. */
export const later = new LatePart('The thread', () => import('./thread-later.js'));

/** Only threads with links, formats or HTML need it. */
export const richText = new LatePart(
  'The part that shows links and HTML',
  async () => (await import('../../internal/rich-text.js')).richText,
);
