export type * from './conversation.js';
export type * from './message.js';
export type * from './notification.js';
export type * from './people.js';
export type * from './profile.js';
export type * from './ticket.js';
export type * from './values.js';
export {canMove, type Delivery} from './delivery.js';
