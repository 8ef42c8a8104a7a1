import './conversation.js';
import {LoopInbox} from '../elements/inbox/loop-inbox.js';
import {LoopListHeader} from '../elements/list/loop-list-header.js';
import {LoopList} from '../elements/list/loop-list.js';
import {LoopMenu} from '../elements/menu/loop-menu.js';
import {LoopToasts} from '../elements/toasts/loop-toasts.js';
import {define} from '../internal/define.js';

define('loop-inbox', LoopInbox);
define('loop-menu', LoopMenu);
define('loop-list-header', LoopListHeader);
define('loop-list', LoopList);
define('loop-toasts', LoopToasts);
