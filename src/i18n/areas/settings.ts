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
  savedHere: string;
  signOut: string;
  close: string;
}
