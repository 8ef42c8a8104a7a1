/** What a composer does without until somebody has written something. */
export {denied} from './denied.js';
export {hints} from './hints.js';
export {Sending} from './sending.js';
export {styles} from './composer-later.styles.js';
