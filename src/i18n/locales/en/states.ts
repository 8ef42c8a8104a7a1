import type {StatesMessages} from '../../areas/states.js';

export const states: StatesMessages = {
  absent: 'No backend yet',
  absentText: 'Choose a backend: set the adapter property, or the demo attribute to look around.',
  oldBrowser: 'This browser is too old for the inbox. It needs Chrome or Edge 125, Firefox 128, or Safari 17.5.',
  signedOut: 'You are signed out',
  signedOutText: (unsent) =>
    unsent === 0
      ? 'Sign in again to go on where you were. Your drafts are kept.'
      : `Sign in again to go on where you were. Your drafts and ${unsent === 1 ? '1 unsent message' : `${unsent} unsent messages`} are kept.`,
  signIn: 'Sign in',
  noConversation: 'No conversation open',
  noConversationText: 'Choose one from the list. What you write is kept on this device until it is sent.',
  failed: 'The inbox could not be opened',
  nothingLost: 'Nothing you wrote is lost.',
  tryAgain: 'Try again',
  nextTry: (time) => `Next try in ${time}`,
  because: {
    network: 'The server could not be reached.',
    unavailable: 'The server did not answer.',
    'rate-limited': 'The server asks to wait a little.',
    forbidden: 'You are not allowed to see this.',
    'not-found': 'It is not there any more.',
    protocol: 'The server gave an answer that could not be read.',
    unsupported: 'The server does not offer this.',
    auth: 'You are not signed in.',
    validation: 'The server did not accept the request.',
    conflict: 'Somebody else changed it at the same time.',
    unknown: 'Something unexpected happened.',
  },
};
