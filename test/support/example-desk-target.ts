import {createHttpAdapter} from '../../src/adapters/http/index.js';
import {createFetchFaults, type Target} from '../../src/conformance/index.js';
import {systemClock, type AdapterContext} from '../../src/contract/index.js';
import {createDesk} from '../../examples/endpoint/desk.mjs';
import {openInbox} from './inbox-probe.js';

/** The server of docs/protocol.md, "First steps", as the conformance suite sees it. */
export const exampleDeskTarget = (): Target => ({
  name: 'the server of the first steps',
  setup: () => {
    const desk = createDesk();
    const {fetch, faults} = createFetchFaults((input, init) => desk.fetch(new Request(input, init)));
    const agent = (name: string): AdapterContext => {
      let given = 0;
      return {getToken: (why) => (why === 'initial' ? name : `${name}-${++given}`), fetch, clock: systemClock, locale: 'en'};
    };
    const contacts = new Map<string, string>();
    return Promise.resolve({
      adapter: createHttpAdapter({endpoint: 'https://desk.example/v1'}),
      agents: [agent('ann'), agent('ben')],
      seed: {
        contact: ({name}) => {
          const id = `c${contacts.size + 1}`;
          contacts.set(id, name);
          return Promise.resolve({id});
        },
        conversation: ({contact, subject, text}) => Promise.resolve(desk.begin({contact: {id: contact, name: contacts.get(contact) ?? ''}, subject, text})),
        incoming: (id, text) => Promise.resolve(desk.incoming(id, text)),
        incomingHtml: (id, html) => Promise.resolve(desk.incoming(id, html, 'html')),
        many: (count) => Promise.resolve(Array.from({length: count}, (_, index) => desk.begin({contact: {id: 'many', name: 'Many'}, text: `Question ${index + 1}`}).id)),
        contactSees: (id) => Promise.resolve(desk.seenBy(id)),
      },
      faults,
      inbox: openInbox,
      teardown: () => Promise.resolve(),
    });
  },
});
