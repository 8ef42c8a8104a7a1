import type {PanelsMessages} from '../../areas/panels.js';

export const panels: PanelsMessages = {
  resizeMenu: 'Width of the menu',
  resizeList: 'Width of the list',
  resizeContact: 'Width of the contact details',
  list: 'List',
  hideList: 'Hide the list',
  showList: 'Show the list',
};
