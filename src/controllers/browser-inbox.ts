import {browserPorts} from '../internal/browser-ports/index.js';
import {createInbox, type CreateInboxOptions} from '../store/create-inbox.js';
import type {Inbox} from '../store/inbox.js';
import type {Ports} from '../store/ports.js';

/** Every port can be given; the browser's stand in for those that are not. */
export type BrowserInboxOptions = Omit<CreateInboxOptions, 'ports'> & Partial<Ports>;

/** Makes an inbox for a page. It belongs to whoever made it: `connect()` starts it, `close()` ends it. */
export function createBrowserInbox(options: BrowserInboxOptions = {}): Inbox {
  const {adapter, features, account, locale, getToken, ...ports} = options;
  return createInbox({adapter, features, account, locale, getToken, ports: {...browserPorts(), ...ports}});
}
