import type {Messages} from '../messages.js';
import {activity} from './en/activity.js';
import {bulk} from './en/bulk.js';
import {contact} from './en/contact.js';
import {conversationDetails} from './en/conversation-details.js';
import {conversationMenu} from './en/conversation-menu.js';
import {conversationStates} from './en/conversation-states.js';
import {files} from './en/files.js';
import {filters} from './en/filters.js';
import {listHeader} from './en/list-header.js';
import {listStates} from './en/list-states.js';
import {menu} from './en/menu.js';
import {messageDetails} from './en/message-details.js';
import {notifications} from './en/notifications.js';
import {panels} from './en/panels.js';
import {rowActions} from './en/row-actions.js';
import {search} from './en/search.js';
import {sending} from './en/sending.js';
import {settings} from './en/settings.js';
import {shortcuts} from './en/shortcuts.js';
import {states} from './en/states.js';
import {threadNews} from './en/thread-news.js';
import {ticket} from './en/ticket.js';
import {views} from './en/views.js';
import {writing} from './en/writing.js';
import {emoji} from './en/emoji.js';
import {messageMenu} from './en/message-menu.js';
import {recipients} from './en/recipients.js';
import {toast} from './en/toast.js';
import {firstEnglish} from './en/first.js';

/** English. */
export const en: Messages = {
  ...firstEnglish,
  activity,
  bulk,
  contact,
  conversationDetails,
  conversationMenu,
  conversationStates,
  files,
  filters,
  listHeader,
  listStates,
  menu,
  messageDetails,
  notifications,
  panels,
  rowActions,
  search,
  sending,
  settings,
  shortcuts,
  states,
  threadNews,
  ticket,
  toast,
  recipients,
  messageMenu,
  emoji,
  views,
  writing,
};

export default en;
