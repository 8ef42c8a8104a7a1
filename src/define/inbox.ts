import {factEvents} from '../controllers/fact-events-controller.js';
import './conversation.js';
import {later as inboxLater} from '../elements/inbox/late.js';
import {LoopInbox} from '../elements/inbox/loop-inbox.js';
import {later as listLater} from '../elements/list/late.js';
import {LoopList} from '../elements/list/loop-list.js';
import {define, defineLate, loadLate} from '../internal/define.js';

define('loop-inbox', LoopInbox);
define('loop-list', LoopList);
loadLate(factEvents, listLater, inboxLater);
defineLate('loop-list-header', async () => (await import('../elements/list/loop-list-header.js')).LoopListHeader);
defineLate('loop-menu', async () => (await import('../elements/menu/loop-menu.js')).LoopMenu);
defineLate('loop-toasts', async () => (await import('../elements/toasts/loop-toasts.js')).LoopToasts);
