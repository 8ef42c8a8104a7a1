import {LoopTicketButton} from '../elements/ticket-button/loop-ticket-button.js';
import {define} from '../internal/define.js';

define('loop-ticket-button', LoopTicketButton);
