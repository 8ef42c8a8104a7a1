import './define/provider.js';
import './define/inbox.js';
import './define/conversation.js';
import './define/composer.js';
import './define/ticket-button.js';
