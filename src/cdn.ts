/** The one file a page names in a script tag: registers every public element and gives what a host's own module needs. */
// Stylesheets beside each other, and sentences: like beside like is the smaller file.
import './styles/tokens.js';
import './styles/host-guard.js';
import './styles/base.js';
import './elements/composer/loop-composer.styles.js';
import './elements/conversation/loop-conversation.styles.js';
import './elements/inbox/loop-inbox.styles.js';
import './elements/list/loop-list.styles.js';
import './elements/message/loop-message.styles.js';
import './elements/thread/loop-thread.styles.js';
import './i18n/locales/en/first.js';
import './define/provider.js';
import './define/inbox.js';

export {createMemoryAdapter} from './adapters/memory/late.js';
export {AdapterError, defineAdapter} from './contract/index.js';
export {createBrowserInbox as createInbox} from './controllers/browser-inbox.js';
export {version} from './internal/version.js';
