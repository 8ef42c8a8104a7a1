import type {Availability} from '../../model/index.js';

export interface MenuMessages {
  label: string;
  title: string;
  savedViews: string;
  search: string;
  notifications: string;
  support: string;
  settings: string;
  /** Accessible name of a view and its number. */
  view(name: string, count: number | undefined): string;
  unreadNotifications(count: number): string;
  copyDiagnostics: string;
  copied: string;
  /** Before the lines, where the page has no clipboard. */
  copyByHand: string;
  noCustomerData: string;
  shortcuts: string;
  availability: Readonly<Record<Availability, string>>;
}
