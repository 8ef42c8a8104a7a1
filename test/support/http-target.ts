import {createHttpAdapter, type HttpAdapterOptions} from '../../src/adapters/http/index.js';
import {createFetchFaults, type Target} from '../../src/conformance/index.js';
import type {AdapterContext} from '../../src/contract/index.js';
import type {MemoryAdapterOptions} from '../../src/adapters/memory/index.js';
import {memorySetup} from './memory-target.js';
import {createProtocolDesk} from './protocol-desk/index.js';

export const endpoint = 'https://desk.example/v1';

/** The HTTP adapter in front of a server that is the memory adapter behind the protocol. */
export function httpTarget(options: Partial<HttpAdapterOptions> = {}, desk: MemoryAdapterOptions = {}): Target {
  return {
    name: options.transport ? `http (${options.transport})` : 'http',
    setup: () => {
      const {adapter, agents, seed, faults: behind, inbox} = memorySetup(desk);
      const server = createProtocolDesk(adapter);
      const {fetch, faults} = createFetchFaults(server.fetch);
      const through = (agent: AdapterContext): AdapterContext => ({...agent, fetch});
      return Promise.resolve({
        adapter: createHttpAdapter({endpoint, ...options}),
        agents: [through(agents[0]), through(agents[1])],
        seed,
        inbox,
        faults: {...faults, expireCursor: behind?.expireCursor, duplicateEvents: behind?.duplicateEvents},
        teardown: () => server.close(),
      });
    },
  };
}
