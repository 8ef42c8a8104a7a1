import type {ConversationMenuMessages} from '../../i18n/areas/conversation-menu.js';
import type {ConversationMessages} from '../../i18n/areas/conversation.js';
import type {Locale} from '../../i18n/locale.js';
import {conversationMenu} from '../../i18n/locales/en/conversation-menu.js';

/** What a conversation's menus say: the words of its header and their own. */
export const wordsOf = ({messages}: Locale): ConversationMessages & ConversationMenuMessages => ({
  ...messages.conversation,
  ...(messages.conversationMenu ?? conversationMenu),
});
