import {factEvents} from '../../src/controllers/fact-events-controller.js';
import {later as composerLater} from '../../src/elements/composer/late.js';
import {later as conversationLater} from '../../src/elements/conversation/late.js';
import {later as inboxLater} from '../../src/elements/inbox/late.js';
import {later as listLater} from '../../src/elements/list/late.js';
import {messageDetails} from '../../src/elements/message/late.js';
import {mailLook} from '../../src/elements/message/message-details.js';
import {later as threadLater} from '../../src/elements/thread/late.js';
import {controlsPart, tokensPart} from '../../src/styles/late.js';

/** Most tests are about what an element does once all of it is there. */
await Promise.all([controlsPart, composerLater, conversationLater, factEvents, inboxLater, listLater, mailLook, messageDetails, threadLater, tokensPart].map((part) => part.load()));
