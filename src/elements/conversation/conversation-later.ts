/** What a conversation does without until its messages are seen. */
export {attendWhileVisible} from './attend.js';
export {withoutMessages} from './conversation-states.js';
export {HeaderControls} from './header-controls.js';
export {styles} from './conversation-later.styles.js';
