import {createFaults, createMemoryAdapter, type ConversationFile, type MemoryAdapterOptions} from '../../src/adapters/memory/index.js';
import {browserPorts, type Adapter, type Clock} from '../../src/index.js';

/** A Tuesday afternoon: the moment the sample desk was written for, so that its times read the same in every look at a story. */
const storyTime = Date.parse('2026-03-24T14:32:00Z');

/** Begins at `storyTime` when the story does and goes on from there. */
function storyClock(): Clock {
  const {clock} = browserPorts();
  const offset = storyTime - clock.now();
  return {now: () => clock.now() + offset, sleep: (ms, options) => clock.sleep(ms, options)};
}

/** The sample desk, where nobody acts but the reader. Made anew for each story. */
export const sampleDesk = (options: MemoryAdapterOptions = {}): Adapter =>
  createMemoryAdapter({live: false, clock: storyClock(), ...options});

/** A desk on its first day. */
export const emptyDesk = (): Adapter =>
  sampleDesk({
    data: {
      format: 'loop-inbox/conversations',
      version: 1,
      agents: [{id: 'lena', name: 'Lena Brandt'}],
      contacts: [],
      conversations: [],
    } satisfies ConversationFile,
  });

/** What a host without a signed-in agent answers when the sample desk asks for a token. */
export const nobodysToken = (): string => 'nobody';

/** The sample desk behind a connection that is down from the start. */
export function unreachableDesk(): Adapter {
  const faults = createFaults();
  faults.offline(true);
  return sampleDesk({faults});
}

/** The sample desk, which refuses every message. */
export function refusingDesk(): Adapter {
  const faults = createFaults();
  faults.failNext(1000, {code: 'validation', issues: [], message: 'The mail server refused the address.'}, 'sendMessage');
  return sampleDesk({faults});
}

/** The sample desk, whose answer to a send is lost: nobody can tell whether it arrived. */
export function forgetfulDesk(): Adapter {
  const faults = createFaults();
  faults.failNext(1000, {code: 'network', applied: 'maybe', message: 'The answer was lost'}, 'sendMessage');
  return sampleDesk({faults, idempotentSend: 'none'});
}
