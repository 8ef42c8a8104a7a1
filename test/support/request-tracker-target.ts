import {readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createRequestTrackerAdapter} from '../../src/adapters/request-tracker/index.js';
import {createFetchFaults, type Seed, type Setup, type Target} from '../../src/conformance/index.js';
import {systemClock, type AdapterContext} from '../../src/contract/index.js';
import {RequestTrackerSeed} from './request-tracker-seed.js';

/** What `scripts/rt/start.sh` writes; LOOP_RT names another file. */
export interface LiveRt {
  readonly url: string;
  readonly tokens: {readonly root: string; readonly agent1: string; readonly agent2: string};
}

const whereItIs = (): string => process.env['LOOP_RT'] ?? join(tmpdir(), 'loop-rt', 'rt.json');

/** A live Request Tracker 5 with the desk of `scripts/rt/seed.pl`. Customers write mails; root stands for whoever runs it. */
export function requestTrackerTarget(): Target {
  const rt = JSON.parse(readFileSync(whereItIs(), 'utf8')) as LiveRt;
  return {
    name: 'request-tracker',
    setup: () => Promise.resolve(setup(rt)),
    timing: {settleMs: 12_000, pollMs: 200, checkMs: 90_000},
  };
}

function setup(rt: LiveRt): Setup {
  const outside = new RequestTrackerSeed(rt.url, rt.tokens.root);
  const {fetch, faults} = createFetchFaults(withoutSuffix(globalThis.fetch));
  const adapter = createRequestTrackerAdapter({endpoint: rt.url, queues: ['Inbox', 'Returns'], agentsGroup: 'Support', pollMs: 500});
  const seed: Seed = {
    contact: (contact) => outside.contact(contact),
    conversation: (conversation) => outside.conversation(conversation),
    incoming: (id, text, file) => outside.incoming(id, text, file),
    incomingHtml: (id, html) => outside.incomingHtml(id, html),
    hidden: () => outside.hidden(),
    incomingHidden: async (id, text) => void (await outside.incoming(id, text)),
    deny: (id, action) => outside.deny(id, action),
    contactSees: (id) => outside.contactSees(id),
  };
  return {adapter, agents: [agent(rt.tokens.agent1, fetch), agent(rt.tokens.agent2, fetch)], seed, faults, teardown: () => outside.clear()};
}

/** A fresh token is the same one with a new ending: only Request Tracker itself makes others. */
function agent(token: string, fetch: AdapterContext['fetch']): AdapterContext {
  let fresh = 0;
  return {getToken: (why) => (why === 'initial' ? token : `${token}~${++fresh}`), fetch, clock: systemClock, locale: 'en'};
}

const withoutSuffix =
  (real: typeof fetch): typeof fetch =>
  (input, init) => {
    const request = new Request(input, init);
    const token = request.headers.get('authorization');
    if (token) request.headers.set('authorization', token.replace(/~\d+$/, ''));
    return real(request);
  };
