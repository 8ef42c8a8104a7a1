import {isolateTurning} from '../../isolate.js';
import type {FiltersMessages} from '../../areas/filters.js';

export const filters: FiltersMessages = {
  title: 'Filters',
  fields: {
    assignee: 'Assignee',
    tags: 'Tag',
    channel: 'Channel',
    topic: 'Topic',
    priority: 'Priority',
    unread: 'Unread',
    escalated: 'Escalated',
  },
  any: 'Any',
  me: 'Me',
  nobody: 'Nobody',
  chip: (field, value) => `${field}: ${isolateTurning(value)}`,
  remove: (chip) => `Remove the filter ${chip}`,
  clearAll: 'Clear all',
  done: 'Done',
  loading: 'Loading',
  noTags: 'There are no tags yet.',
  found: (count) => (count === 1 ? '1 conversation' : `${count} conversations`),
  foundSome: 'The list was narrowed.',
  narrowedBy: (chips) => `Shown are only conversations with ${chips}.`,
};
