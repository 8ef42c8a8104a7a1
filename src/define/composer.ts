import {later} from '../elements/composer/late.js';
import {LoopComposer} from '../elements/composer/loop-composer.js';
import {define, loadLate} from '../internal/define.js';

define('loop-composer', LoopComposer);
loadLate(later);
