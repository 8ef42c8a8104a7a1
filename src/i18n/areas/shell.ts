export interface ShellMessages {
  /** Name of the whole inbox for assistive technology. */
  inbox: string;
  conversation: string;
  contactDetails: string;
  close: string;
  openMenu: string;
  back: string;
  loading: string;
  version(version: string): string;
}
