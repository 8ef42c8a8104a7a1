import type {ShellMessages} from '../../areas/shell.js';

export const shell: ShellMessages = {
  inbox: 'Customer inbox',
  conversation: 'Conversation',
  contactDetails: 'Contact details',
  close: 'Close',
  openMenu: 'Open the menu',
  back: 'Back to the list',
  resizeList: 'Width of the list',
  resizeContact: 'Width of the contact details',
  loading: 'Loading',
  version: (version) => `Loop Inbox ${version}`,
};
