import {LatePart} from '../../internal/late.js';

/** What a message has beside its words: files, quotes, formats, folding, and what can be done about its way. */
export const messageDetails = new LatePart('Details of messages', () => import('./message-details.js'));
