import type {SearchMessages} from '../../areas/search.js';

export const search: SearchMessages = {
  title: 'Search',
  placeholder: 'Search conversations, messages, contacts',
  scopes: {conversation: 'Conversations', message: 'Messages', contact: 'Contacts'},
  views: 'Lists',
  searching: 'Searching',
  nothing: (text) => `Nothing found for “${text}”`,
  results: (count) => (count === 1 ? '1 result' : `${count} results`),
  failed: 'The search did not work.',
  move: 'move',
  open: 'open',
};
