import type {ConversationFilter} from '../../contract/index.js';
import type {FilterKey, FiltersMessages} from '../../i18n/areas/filters.js';
import {conversationMenu} from '../../i18n/locales/en/conversation-menu.js';
import {filters as english} from '../../i18n/locales/en/filters.js';
import type {SpokenMessages} from '../../i18n/messages.js';
import type {Inbox} from '../../store/inbox.js';
import type {FilterChoices} from './filter-choices.js';

export interface FilterChip {
  readonly key: string;
  readonly text: string;
  /** What is left when it is removed. */
  readonly without: ConversationFilter;
}

/** In the order of the panel. */
export const filterKeys = ['unread', 'escalated', 'assignee', 'channel', 'topic', 'priority', 'tags'] as const satisfies readonly FilterKey[];

export const filterWords = (messages: SpokenMessages): FiltersMessages => messages.filters ?? english;

/** Each thing a list is narrowed to, in words. */
export function filterChips(filter: ConversationFilter, messages: SpokenMessages, choices: FilterChoices): readonly FilterChip[] {
  return filterKeys.flatMap((key): FilterChip[] => {
    if (filter[key] === undefined) return [];
    const {[key]: _removed, ...without} = filter;
    if (key !== 'tags') return [{key, text: chipText(key, filter, messages, choices), without}];
    const tags = filter.tags ?? [];
    return tags.map((id) => {
      const left = tags.filter((other) => other !== id);
      const {chip, fields} = filterWords(messages);
      return {key: `tag ${id}`, text: chip(fields.tags, choices.tagName(id)), without: left.length > 0 ? {...without, tags: left} : without};
    });
  });
}

function chipText(key: Exclude<FilterKey, 'tags'>, filter: ConversationFilter, messages: SpokenMessages, choices: FilterChoices): string {
  const words = filterWords(messages);
  const field = words.fields[key];
  switch (key) {
    case 'unread':
    case 'escalated':
      return field;
    case 'assignee':
      return words.chip(field, assigneeText(filter.assignee ?? '', words, choices));
    case 'channel':
      return words.chip(field, channelText(filter.channel ?? '', messages));
    case 'topic':
      return words.chip(field, filter.topic ? messages.list.topics[filter.topic] : '');
    case 'priority':
      return words.chip(field, filter.priority ? (messages.conversationMenu ?? conversationMenu).priorities[filter.priority] : '');
  }
}

export const channelText = (kind: string, {channel: {kinds}}: SpokenMessages): string => kinds[kind] ?? kind;

export function assigneeText(assignee: string, words: FiltersMessages, choices: FilterChoices): string {
  if (assignee === 'me') return words.me;
  return assignee === 'none' ? words.nobody : choices.personName(assignee);
}

/** Narrows a view's list and leaves its order as it is; remembered. */
export function narrow(inbox: Inbox | undefined, view: string, filter: ConversationFilter): void {
  const sort = inbox?.state.choices.sorts[view];
  inbox?.commands.arrangeList(view, {...(sort && {sort}), filter});
}
