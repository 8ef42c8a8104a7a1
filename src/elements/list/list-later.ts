/** What a list does without until its rows are seen. */
export {HeldOrder} from '../../controllers/held-order.js';
export {ListTrimController} from '../../controllers/list-trim-controller.js';
export {ScrollMemory} from '../../controllers/scroll-memory.js';
export {FilterChoices} from './filter-choices.js';
export {withoutRows} from './list-states.js';
export {notices} from './notices.js';
export {actOnRow, rowActions} from './row-actions.js';
export {moveInside, rowKey} from './row-keys.js';
export {RowPicks} from './row-picks.js';
export {styles} from './list-later.styles.js';
