import type {SearchMessages} from '../../areas/search.js';
import {isolateTurning} from '../../isolate.js';

export const search: SearchMessages = {
  title: 'Search',
  placeholder: 'Search conversations, messages, contacts',
  scopes: {conversation: 'Conversations', message: 'Messages', contact: 'Contacts'},
  views: 'Lists',
  searching: 'Searching',
  nothing: (text) => `Nothing found for “${isolateTurning(text)}”`,
  results: (count) => (count === 1 ? '1 result' : `${count} results`),
  failed: 'The search did not work.',
  tryAgain: 'Try again',
  where: 'Search in',
  everywhere: 'Everything',
  lookEverywhere: 'Search everything',
  more: 'Show more results',
  loadingMore: 'Loading more results',
  recent: 'Recent searches',
  clearRecent: 'Clear recent searches',
  noConversation: (name) => `There is no conversation with ${isolateTurning(name)}.`,
  move: 'move',
  open: 'open',
};
