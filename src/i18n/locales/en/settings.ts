import type {SettingsMessages} from '../../areas/settings.js';

export const settings: SettingsMessages = {
  title: 'Settings',
  availability: 'Availability',
  theme: 'Theme',
  themes: {light: 'Light', dark: 'Dark', auto: 'As the page'},
  density: 'Density',
  densities: {compact: 'Compact', normal: 'Normal', comfortable: 'Comfortable'},
  enterSends: 'Enter sends',
  undoSend: 'Time to undo sending',
  undoSendOff: 'Off',
  sound: 'Sound on new message',
  desktop: 'Desktop notifications',
  desktopDenied: 'The browser does not allow them for this page.',
  savedHere: 'Kept in this browser',
  signOut: 'Sign out here',
  close: 'Close',
};
