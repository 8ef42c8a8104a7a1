import type {NotificationKind} from '../../model/index.js';

export interface SettingsMessages {
  title: string;
  availability: string;
  theme: string;
  themes: Readonly<Record<'light' | 'dark' | 'auto', string>>;
  density: string;
  densities: Readonly<Record<'compact' | 'normal' | 'comfortable', string>>;
  enterSends: string;
  undoSend: string;
  undoSendOff: string;
  sound: string;
  desktop: string;
  desktopDenied: string;
  name: string;
  changePicture: string;
  removePicture: string;
  signature: string;
  signatureHint: string;
  language: string;
  languageOfPage: string;
  /** Heads what the agent is told of, and how. */
  toldAbout: string;
  inApp: string;
  /** Heads the kinds of notifications. */
  tellMeOf: string;
  kinds: Readonly<Record<NotificationKind, string>>;
  savedHere: string;
  saving: string;
  savedInAccount: string;
  /** Before the reason. */
  notSaved: string;
}
