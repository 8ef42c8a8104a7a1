import {isolateTurning} from '../../isolate.js';
import type {MenuMessages} from '../../areas/menu.js';

export const menu: MenuMessages = {
  label: 'Views',
  title: 'Inbox',
  savedViews: 'Saved views',
  search: 'Search',
  notifications: 'Notifications',
  support: 'Support',
  settings: 'Settings',
  view: (name, count) => (count === undefined ? name : `${isolateTurning(name)}, ${count}`),
  unreadNotifications: (count) => `Notifications, ${count} new`,
  copyDiagnostics: 'Copy diagnostics',
  copied: 'Copied',
  copyByHand: 'Copy these lines:',
  noCustomerData: 'No customer data is copied.',
  shortcuts: 'Keyboard shortcuts',
  availability: {online: 'Online', busy: 'Busy', offline: 'Offline'},
};
