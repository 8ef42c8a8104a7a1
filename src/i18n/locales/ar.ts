import type {Messages} from '../messages.js';
import {activity} from './ar/activity.js';
import {bulk} from './ar/bulk.js';
import {channel} from './ar/channel.js';
import {composer} from './ar/composer.js';
import {contact} from './ar/contact.js';
import {conversation} from './ar/conversation.js';
import {conversationDetails} from './ar/conversation-details.js';
import {conversationMenu} from './ar/conversation-menu.js';
import {conversationStates} from './ar/conversation-states.js';
import {countedIn} from './ar/counted.js';
import {files} from './ar/files.js';
import {filters} from './ar/filters.js';
import {list} from './ar/list.js';
import {listHeader} from './ar/list-header.js';
import {listStates} from './ar/list-states.js';
import {menu} from './ar/menu.js';
import {message} from './ar/message.js';
import {messageDetails} from './ar/message-details.js';
import {notifications} from './ar/notifications.js';
import {panels} from './ar/panels.js';
import {rowActions} from './ar/row-actions.js';
import {search} from './ar/search.js';
import {sending} from './ar/sending.js';
import {settings} from './ar/settings.js';
import {shell} from './ar/shell.js';
import {shortcuts} from './ar/shortcuts.js';
import {states} from './ar/states.js';
import {thread} from './ar/thread.js';
import {threadNews} from './ar/thread-news.js';
import {ticket} from './ar/ticket.js';
import {time} from './ar/time.js';
import {views} from './ar/views.js';
import {writing} from './ar/writing.js';
import {emoji} from './ar/emoji.js';
import {messageMenu} from './ar/message-menu.js';
import {recipients} from './ar/recipients.js';
import {toast} from './ar/toast.js';

/** Arabic. @param tag BCP 47: counts are written in the digits of its region. */
export function arabic(tag: string): Messages {
  const counted = countedIn(tag);
  return {
    activity,
    bulk: bulk(counted),
    channel,
    composer,
    contact,
    conversation,
    conversationDetails: conversationDetails(counted),
    conversationMenu,
    conversationStates,
    files: files(counted),
    filters: filters(counted),
    list: list(counted),
    listHeader,
    listStates,
    menu: menu(counted),
    message,
    messageDetails: messageDetails(counted),
    notifications: notifications(counted),
    panels,
    rowActions,
    search: search(counted),
    sending: sending(counted),
    settings,
    shell,
    shortcuts,
    states: states(counted),
    thread,
    threadNews: threadNews(counted),
    ticket: ticket(counted),
    time,
    toast: toast(counted),
    recipients: recipients(counted),
    messageMenu,
    emoji,
    views,
    writing: writing(counted),
  };
}

/** Arabic, with the digits that the browser takes for it where no region is named. */
export const ar: Messages = arabic('ar');

export default ar;
