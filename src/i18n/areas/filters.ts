import type {ConversationFilter} from '../../contract/paging.js';

/** By what a list can be narrowed here. */
export type FilterKey = Extract<keyof ConversationFilter, 'assignee' | 'tags' | 'channel' | 'topic' | 'priority' | 'unread' | 'escalated'>;

/** Narrowing a list, and saving what came of it. */
export interface FiltersMessages {
  /** Name of the panel and of the row of chips. */
  title: string;
  fields: Readonly<Record<FilterKey, string>>;
  /** No narrowing by this field. */
  any: string;
  me: string;
  nobody: string;
  /** A choice of one field, in one piece: 'Topic: Question'. */
  chip(field: string, value: string): string;
  remove(chip: string): string;
  clearAll: string;
  done: string;
  loading: string;
  noTags: string;
  /** Said when the list was narrowed. */
  found(count: number): string;
  foundSome: string;
  /** Under 'Nothing matches'. @param chips formatted as a list. */
  narrowedBy(chips: string): string;
}
