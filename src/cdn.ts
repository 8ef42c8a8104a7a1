/** The one file a page names in a script tag: registers every element and gives what a host's own module needs. */
import './define.js';

export {createMemoryAdapter} from './adapters/memory/late.js';
export * from './index.js';
