/** What is made of facts: nothing has happened before the first look. */
export {AlertsController} from './alerts-controller.js';
export {eventOf} from './fact-events.js';
