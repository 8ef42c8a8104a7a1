import type {Messages} from '../messages.js';
import {activity} from './en/activity.js';
import {channel} from './en/channel.js';
import {composer} from './en/composer.js';
import {contact} from './en/contact.js';
import {conversation} from './en/conversation.js';
import {list} from './en/list.js';
import {menu} from './en/menu.js';
import {message} from './en/message.js';
import {notifications} from './en/notifications.js';
import {settings} from './en/settings.js';
import {shell} from './en/shell.js';
import {states} from './en/states.js';
import {thread} from './en/thread.js';
import {ticket} from './en/ticket.js';
import {time} from './en/time.js';
import {toast} from './en/toast.js';

/** English. */
export const en: Messages = {
  activity,
  channel,
  composer,
  contact,
  conversation,
  list,
  menu,
  message,
  notifications,
  settings,
  shell,
  states,
  thread,
  ticket,
  time,
  toast,
};

export default en;
