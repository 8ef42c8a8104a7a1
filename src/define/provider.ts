import {LoopProvider} from '../elements/provider/loop-provider.js';
import {define} from '../internal/define.js';

define('loop-provider', LoopProvider);
