import type {EmojiMessages} from '../../areas/emoji.js';

export const emoji: EmojiMessages = {
  label: 'Emoji',
  search: 'Search emoji',
  all: 'All emoji',
  nothing: 'No emoji fits.',
  recent: 'Used last',
  smileys: 'Smileys and feelings',
  people: 'People',
  nature: 'Animals and nature',
  food: 'Food and drink',
  travel: 'Travel and places',
  activities: 'Activities',
  objects: 'Objects',
  symbols: 'Symbols',
  flags: 'Flags',
  skinTone: 'Skin tone',
  skinTones: ['No skin tone', 'Light', 'Medium light', 'Medium', 'Medium dark', 'Dark'],
};
