export {createMemoryAdapter, type MemoryAdapter} from './memory-adapter.js';
export type {MemoryAdapterOptions, PersistPort} from './options.js';
export type {NewConversation, OutsideWorld} from './outside.js';
export {createFaults, type Failure, type MemoryFaults} from './faults.js';
export {parseConversationFile} from './parse-conversation-file.js';
export type * from './conversation-file.js';
