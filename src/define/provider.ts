import {factEvents} from '../controllers/fact-events-controller.js';
import {LoopProvider} from '../elements/provider/loop-provider.js';
import {define, loadLate} from '../internal/define.js';

define('loop-provider', LoopProvider);
loadLate(factEvents);
