import type {ListStatesMessages} from '../../areas/list-states.js';
import {isolateTurning} from '../../isolate.js';

export const listStates: ListStatesMessages = {
  noMatch: 'Nothing matches the filter',
  empty: 'Nothing is waiting',
  emptyText: 'New questions, comments and feedback appear here the moment they arrive.',
  emptyArchived: 'Nothing is archived',
  emptyArchivedText: 'Conversations that are done rest here. A new message brings them back.',
  emptyOther: 'Nothing here',
  seeArchived: 'See archived',
  forbidden: 'You cannot see this list',
  forbiddenText: (view) => `“${isolateTurning(view)}” is not open to you. An administrator can add you.`,
  backToActive: 'Back to Active',
  failed: 'The list could not be loaded',
};
