import {LoopConversation} from '../elements/conversation/loop-conversation.js';
import {LoopMessage} from '../elements/message/loop-message.js';
import {LoopThread} from '../elements/thread/loop-thread.js';
import {define} from '../internal/define.js';
import './composer.js';
import './ticket-button.js';

define('loop-message', LoopMessage);
define('loop-thread', LoopThread);
define('loop-conversation', LoopConversation);
