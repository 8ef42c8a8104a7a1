import {LatePart} from '../../internal/late.js';

/** What a message has beside its words: files, quotes, formats, folding, and what can be done about its way. */
export const messageDetails = new LatePart('What messages have beside their words', () => import('./message-details.js'));
