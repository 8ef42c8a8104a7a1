import {
  createFaults,
  createMemoryAdapter,
  type Failure,
  type MemoryAdapterOptions,
  type MemoryFaults,
} from '../../src/adapters/memory/index.js';
import type {Faults, Seed, Setup, Target} from '../../src/conformance/index.js';
import type {AdapterContext} from '../../src/contract/index.js';
import {systemClock} from '../../src/contract/index.js';
import {deskFile} from './desk-file.js';
import {openInbox} from './inbox-probe.js';

/** The memory adapter as the conformance suite sees it: each check has a desk of its own. */
export function memoryTarget(name = 'memory', options: MemoryAdapterOptions = {}): Target {
  return {name, setup: () => Promise.resolve(memorySetup(options))};
}

export function memorySetup(options: MemoryAdapterOptions = {}): Setup {
  const faults = createFaults();
  const adapter = createMemoryAdapter({data: deskFile, faults, clock: systemClock, maxFileBytes: 100_000, ...options});
  const {backend} = adapter;
  const seed: Seed = {
    contact: (contact) => backend.contact(contact),
    conversation: (conversation) => backend.conversation(conversation),
    incoming: (id, text, file) => backend.incoming(id, text, file),
    incomingHtml: (id, html) => backend.incomingHtml(id, html),
    many: (count) => backend.many(count),
    setBackdated: async (id, text, at) => void (await backend.setBackdated(id, text, at)),
    hidden: () => backend.conversation({contact: 'robin', text: 'For Ben alone', hiddenFrom: ['ann']}),
    incomingHidden: async (id, text) => void (await backend.incoming(id, text)),
    deny: (id, action, sentence) => backend.deny(id, action, sentence),
    contactSees: (id) => backend.contactSees(id),
  };
  return {adapter, agents: [agent('ann'), agent('ben')], seed, faults: faultHooks(faults), inbox: openInbox, teardown: () => Promise.resolve()};
}

function agent(id: string): AdapterContext {
  let given = 0;
  return {
    getToken: (why) => (why === 'initial' ? id : `${id}#${++given}`),
    fetch: globalThis.fetch,
    clock: systemClock,
    locale: 'en',
  };
}

function faultHooks(faults: MemoryFaults): Faults {
  return {
    cutEvents: () => Promise.resolve(faults.cutEvents()),
    failNext: (count, how) => faults.failNext(count, typeof how === 'string' ? how : failureOf(how)),
    expireToken: () => faults.expireToken(),
    expireCursor: () => faults.expireCursor(),
    duplicateEvents: (on) => faults.duplicateEvents(on),
    garbleNext: (count) => faults.failNext(count, {code: 'protocol'}),
    delay: (ms) => faults.delay(ms),
  };
}

/** There is no HTTP inside this backend: a status is the error that it stands for. A 500 comes after the commit, the worst case. */
function failureOf({status, retryAfter}: {readonly status: number; readonly retryAfter?: number}): Failure {
  const retryAfterMs = retryAfter === undefined ? undefined : retryAfter * 1_000;
  if (status === 403) return {code: 'forbidden', status};
  if (status === 429) return {code: 'rate-limited', status, retryAfterMs};
  if (status === 503) return {code: 'unavailable', status, applied: 'no', retryAfterMs};
  return {code: 'unavailable', status, committed: true};
}
