import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/define/inbox.js';
import '../../../src/define/provider.js';
import {createMemoryAdapter, type ConversationFile} from '../../../src/adapters/memory/index.js';
import type {LoopInbox} from '../../../src/elements/inbox/loop-inbox.js';
import {deepText} from '../../support/deep.js';
import '../../support/late-parts.js';
import {createProtocolDesk, type ProtocolDesk} from '../../support/protocol-desk/index.js';
import {until} from '../../support/until.js';

const deskOf = (customer: string): ConversationFile => ({
  format: 'loop-inbox/conversations',
  version: 1,
  me: 'lena',
  agents: [{id: 'lena', name: 'Lena Brandt'}],
  contacts: [{id: 'c1', name: customer}],
  conversations: [
    {
      id: 'k1',
      contact: 'c1',
      channel: {kind: 'email'},
      subject: 'Where is it?',
      messages: [{id: 'm1', kind: 'incoming', text: 'Where is my order?', at: '2026-03-24T14:00:00Z'}],
    },
  ],
});

const adapterOf = (customer: string) => createMemoryAdapter({data: deskOf(customer), agent: 'nobody'});

describe('the endpoint attribute', function () {
  this.timeout(30_000);
  const real = window.fetch;
  let servers: Readonly<Record<string, ProtocolDesk>> = {};
  let tokens: (string | null)[] = [];

  beforeEach(() => {
    tokens = [];
    servers = {
      'https://one.example': createProtocolDesk(adapterOf('Ingrid One')),
      'https://two.example': createProtocolDesk(adapterOf('Tove Two')),
    };
    window.fetch = (input, init) => {
      const request = new Request(input, init);
      const server = servers[new URL(request.url).origin];
      if (!server) return real(input, init);
      tokens.push(request.headers.get('authorization'));
      return server.fetch(request);
    };
  });

  afterEach(async () => {
    window.fetch = real;
    for (const server of Object.values(servers)) await server.close();
  });

  const mount = (content = html`<loop-inbox endpoint="https://one.example/v1" .getToken=${() => 'lena'}></loop-inbox>`) =>
    fixture<LoopInbox>(content);
  const says = (element: Element, words: string) =>
    until(() => deepText(element).includes(words), `${words} is shown`);

  it('shows the inbox of the server there, signed in with the tokens of getToken', async () => {
    const element = await mount();
    await says(element, 'Ingrid One');
    expect(new Set(tokens)).to.deep.equal(new Set(['Bearer lena']));
  });

  it('brings another inbox when it changes', async () => {
    const element = await mount();
    await says(element, 'Ingrid One');
    element.endpoint = 'https://two.example/v1';
    await says(element, 'Tove Two');
    expect(deepText(element)).not.to.contain('Ingrid One');
  });

  it('gives way to the adapter property, and has its turn again without it', async () => {
    const element = await mount();
    await says(element, 'Ingrid One');
    element.adapter = createMemoryAdapter({data: deskOf('Memo Ry')});
    await says(element, 'Memo Ry');
    element.adapter = undefined;
    await says(element, 'Ingrid One');
  });

  it('goes before the demo', async () => {
    const element = await mount(html`<loop-inbox demo endpoint="https://two.example/v1" .getToken=${() => 'lena'}></loop-inbox>`);
    await says(element, 'Tove Two');
  });

  it('of a provider serves the elements inside it', async () => {
    const element = await mount(
      html`<loop-provider endpoint="https://one.example/v1" .getToken=${() => 'lena'}><loop-inbox></loop-inbox></loop-provider>`,
    );
    await says(element, 'Ingrid One');
  });

  it('lets the agent in when getToken is set later', async () => {
    const element = await mount(html`<loop-inbox endpoint="https://one.example/v1"></loop-inbox>`);
    await until(() => tokens.length > 0, 'the server is asked');
    element.getToken = () => 'lena';
    await says(element, 'Ingrid One');
  });

  it('asks nothing any more once the element is gone', async () => {
    const element = await mount();
    await says(element, 'Ingrid One');
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    const {asked} = servers['https://one.example']!;
    const before = asked.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked.length).to.equal(before);
  });
});
