import type {ViewsMessages} from '../../areas/views.js';
import {isolateTurning} from '../../isolate.js';

export const views: ViewsMessages = {
  more: 'This view',
  saveAs: 'Save as a view…',
  overwrite: 'Save changes…',
  overwriteTitle: (name) => `Save changes to “${isolateTurning(name)}”?`,
  rename: 'Rename…',
  remove: 'Remove…',
  removeNow: 'Remove',
  newTitle: 'Save as a view',
  renameTitle: 'Rename the view',
  removeTitle: (name) => `Remove “${isolateTurning(name)}”?`,
  removeText: 'It leaves the menu of everyone who has it. No conversation goes with it.',
  name: 'Name',
  holds: 'It shows',
  everything: 'All open conversations',
  save: 'Save',
  cancel: 'Cancel',
  nameMissing: 'Give it a name.',
  nameTaken: 'There is already a view of this name.',
  saved: (name) => `“${isolateTurning(name)}” is saved.`,
  removed: (name) => `“${isolateTurning(name)}” is removed.`,
};
