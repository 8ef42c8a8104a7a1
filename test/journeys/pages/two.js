// A host page with two inboxes; each has a backend of its own, with the same ids in it.
import {createMemoryAdapter} from '/loop/loop-inbox.js';
import {listen} from './hearing.js';

const adapters = [1, 2].map((seed) => createMemoryAdapter({data: globalThis.deskFile, seed, live: false}));
globalThis.host = {heard: listen(), backends: adapters.map(({backend}) => backend)};
document.querySelector('#left').adapter = adapters[0];
document.querySelector('#right').adapter = adapters[1];
