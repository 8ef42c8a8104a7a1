import {LoopComposer} from '../elements/composer/loop-composer.js';
import {define} from '../internal/define.js';

define('loop-composer', LoopComposer);
