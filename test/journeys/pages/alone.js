// A record page of a host: elements of ours one by one, under a bare provider or named by `for`, and no <loop-inbox> at all.
import {createMemoryAdapter} from '/loop/loop-inbox.js';
import {listen} from './hearing.js';

const adapters = [1, 2].map((seed) => createMemoryAdapter({data: globalThis.deskFile, seed, live: false}));
globalThis.host = {heard: listen(), backends: adapters.map(({backend}) => backend), adapters};
document.querySelector('#desk').adapter = adapters[0];
