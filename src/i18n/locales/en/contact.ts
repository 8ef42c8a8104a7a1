import type {ContactMessages} from '../../areas/contact.js';
import {isolateTurning} from '../../isolate.js';

export const contact: ContactMessages = {
  label: 'Contact details',
  contact: 'Contact',
  attributes: 'Attributes',
  earlier: 'Earlier conversations',
  tickets: 'Tickets',
  mail: 'Mail',
  phone: 'Phone',
  company: 'Company',
  status: 'Status',
  blocked: 'Blocked',
  unnamed: 'Unknown contact',
  localTime: (time, place) => (place ? `${isolateTurning(place)}, ${time} local time` : `${time} local time`),
  yes: 'Yes',
  no: 'No',
  nothingKnown: 'Nothing is known',
  noEarlier: 'This is the first one',
  noTickets: 'No ticket yet',
  loading: 'Loading…',
  absent: 'Choose a conversation to see who wrote it',
  noSubject: 'No subject',
  opensOutside: 'Opens in a new tab',
};
