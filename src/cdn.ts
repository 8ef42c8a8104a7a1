/** The one file a page names in a script tag: registers every public element and gives what a host's own module needs. */
import './define/provider.js';
import './define/inbox.js';
import {defineLate} from './internal/define.js';

export {createMemoryAdapter} from './adapters/memory/late.js';
export {AdapterError, defineAdapter} from './contract/index.js';
export {createBrowserInbox as createInbox} from './controllers/browser-inbox.js';
export {version} from './internal/version.js';

defineLate('loop-ticket-button', async () => (await import('./elements/ticket-button/loop-ticket-button.js')).LoopTicketButton);
