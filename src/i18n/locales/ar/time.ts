import type {TimeMessages} from '../../areas/time.js';

export const time: TimeMessages = {
  today: 'اليوم',
  yesterday: 'أمس',
  now: 'الآن',
  seconds: (count) => `${count} ث`,
  minutes: (count) => `${count} د`,
  hours: (count) => `${count} س`,
  days: (count) => `${count} ي`,
  joined: (larger, smaller) => `${larger} و${smaller}`,
};
