import type {ShellMessages} from '../../areas/shell.js';

export const shell: ShellMessages = {
  inbox: 'Customer inbox',
  conversation: 'Conversation',
  contactDetails: 'Contact details',
  close: 'Close',
  openMenu: 'Open the menu',
  back: 'Back to the list',
  loading: 'Loading',
  version: (version) => `Loop Inbox ${version}`,
};
