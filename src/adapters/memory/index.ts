export type {Colleague} from './colleague.js';
export {createMemoryAdapter, type MemoryAdapter} from './memory-adapter.js';
export type {MemoryAdapterOptions, PersistPort} from './options.js';
export type {OutsideWorld} from './outside.js';
export type {NewConversation} from './writes/begin.js';
export {createFaults, type Failure, type MemoryFaults} from './faults.js';
export {parseConversationFile} from './parse-conversation-file.js';
export type * from './conversation-file.js';
