/** Classes, types and errors. Importing this registers nothing and is safe in Node. */
export {LoopComposer} from './elements/composer/loop-composer.js';
export {LoopConversation} from './elements/conversation/loop-conversation.js';
export {LoopInbox} from './elements/inbox/loop-inbox.js';
export {LoopProvider} from './elements/provider/loop-provider.js';
export {LoopTicketButton} from './elements/ticket-button/loop-ticket-button.js';

export {
  LoopContactToggleEvent,
  LoopConversationArchiveEvent,
  LoopConversationArchivedEvent,
  LoopConversationSelectEvent,
  LoopConversationSelectedEvent,
} from './events/conversation-events.js';
export {LoopMessageSendEvent, LoopMessageSentEvent} from './events/message-events.js';
export {LoopErrorEvent, LoopReadyEvent, LoopSignInEvent, LoopSignOutEvent} from './events/session-events.js';
export {LoopTicketCreateEvent, LoopTicketCreatedEvent} from './events/ticket-events.js';

export * from './contract/index.js';
export {browserPorts} from './internal/browser-ports/index.js';
export type {Keymap, Shortcut} from './internal/keymap.js';
export type {Support} from './internal/support.js';
export {version} from './internal/version.js';
export {createBrowserInbox as createInbox, type BrowserInboxOptions as CreateInboxOptions} from './controllers/browser-inbox.js';
export type {Choices} from './store/choices.js';
export type {Commands} from './store/commands.js';
export type {Fact, FactListener} from './store/facts.js';
export type {Inbox, InboxSettings} from './store/inbox.js';
export type {GetToken, Ports} from './store/ports.js';
export type {InboxState} from './store/state.js';
