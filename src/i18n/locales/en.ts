import type {Messages} from '../messages.js';
import {channel} from './en/channel.js';
import {composer} from './en/composer.js';
import {contact} from './en/contact.js';
import {list} from './en/list.js';
import {menu} from './en/menu.js';
import {notifications} from './en/notifications.js';
import {settings} from './en/settings.js';
import {shell} from './en/shell.js';
import {states} from './en/states.js';
import {ticket} from './en/ticket.js';
import {time} from './en/time.js';
import {toast} from './en/toast.js';

/** English. */
export const en: Messages = {
  channel,
  composer,
  contact,
  list,
  menu,
  notifications,
  settings,
  shell,
  states,
  ticket,
  time,
  toast,
};

export default en;
