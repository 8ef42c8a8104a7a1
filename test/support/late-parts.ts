import {messageDetails} from '../../src/elements/message/late.js';

/** Most tests are about what an element does once all of it is there. */
await Promise.all([messageDetails].map((part) => part.load()));
