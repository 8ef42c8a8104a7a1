import type {TimeMessages} from '../../areas/time.js';

export const time: TimeMessages = {
  today: 'Today',
  yesterday: 'Yesterday',
  now: 'now',
  seconds: (count) => `${count} s`,
  minutes: (count) => `${count} min`,
  hours: (count) => `${count} h`,
  days: (count) => `${count} d`,
  joined: (larger, smaller) => `${larger} ${smaller}`,
};
