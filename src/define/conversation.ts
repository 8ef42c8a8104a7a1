import {factEvents} from '../controllers/fact-events-controller.js';
import {later as conversationLater} from '../elements/conversation/late.js';
import {LoopConversation} from '../elements/conversation/loop-conversation.js';
import {messageDetails} from '../elements/message/late.js';
import {LoopMessage} from '../elements/message/loop-message.js';
import {later as threadLater} from '../elements/thread/late.js';
import {LoopThread} from '../elements/thread/loop-thread.js';
import {define, defineLate, loadLate} from '../internal/define.js';
import './composer.js';

define('loop-message', LoopMessage);
define('loop-thread', LoopThread);
define('loop-conversation', LoopConversation);
defineLate('loop-ticket-button', async () => (await import('../elements/ticket-button/loop-ticket-button.js')).LoopTicketButton);
loadLate(factEvents, messageDetails, conversationLater, threadLater);
