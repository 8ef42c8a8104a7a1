/** What a thread does without until its messages are seen. */
export {activityLine} from './activity-line.js';
export {namesMentioned} from './mentions.js';
export {moveInRows} from './row-keys.js';
export {Reading} from './reading.js';
export {styles} from './thread-later.styles.js';
