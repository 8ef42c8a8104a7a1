import {expect} from '@open-wc/testing';
import {LitElement, html} from 'lit';
import {AlertsController} from '../../../src/controllers/alerts-controller.js';
import type {LoopConversationSelectEvent} from '../../../src/events/conversation-events.js';
import type {Fact} from '../../../src/store/facts.js';
import type {Inbox} from '../../../src/store/inbox.js';
import {until} from '../../support/until.js';

const listeners = new Set<(fact: Fact) => void>();
const choices = {sound: false, desktop: false, quietKinds: [] as readonly string[]};
const inbox = {
  state: {choices, session: {identity: 'desk ann'}},
  ports: {log: () => undefined},
  listen: (listener: (fact: Fact) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
} as unknown as Inbox;

class AlertsHost extends LitElement {
  readonly alerts = new AlertsController(this, () => inbox);
  override render() {
    return html``;
  }
}
customElements.define('alerts-host', AlertsHost);

interface Shown {
  readonly title: string;
  readonly tag: string;
  onclick?: () => void;
}

describe('alerts', () => {
  const shown: Shown[] = [];
  let sounds = 0;
  const real = {Notification: globalThis.Notification, AudioContext: globalThis.AudioContext, hasFocus: document.hasFocus};
  let host: AlertsHost;
  let count = 0;

  const arrive = (): string => {
    const id = `n${++count}`;
    const notification = {id, kind: 'mention' as const, conversationId: 'k1', messageId: 'm1', title: 'Marta', createdAt: '2026-01-01T00:00:00Z'};
    for (const listener of listeners) listener({type: 'alert-due', notification});
    return id;
  };

  before(() => {
    class FakeNotification implements Shown {
      static permission = 'granted';
      readonly tag: string;
      onclick?: () => void;
      constructor(
        readonly title: string,
        options: {tag: string},
      ) {
        this.tag = options.tag;
        shown.push(this);
      }
      close() {}
    }
    class SilentAudio extends AudioContext {
      constructor() {
        super();
        sounds++;
      }
    }
    Object.assign(globalThis, {Notification: FakeNotification, AudioContext: SilentAudio});
    document.hasFocus = () => false;
  });
  after(() => {
    Object.assign(globalThis, {Notification: real.Notification, AudioContext: real.AudioContext});
    document.hasFocus = real.hasFocus;
  });
  beforeEach(async () => {
    shown.length = 0;
    sounds = 0;
    host = document.createElement('alerts-host') as AlertsHost;
    document.body.append(host);
    await host.updateComplete;
  });
  afterEach(() => host.remove());

  it('do nothing unless the agent asked for them', async () => {
    Object.assign(choices, {sound: false, desktop: false});
    arrive();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(shown).to.deep.equal([]);
    expect(sounds).to.equal(0);
  });

  it('sound once and show once, and open the conversation at the message', async () => {
    Object.assign(choices, {sound: true, desktop: true});
    const opened: (string | undefined)[] = [];
    host.addEventListener('loop-conversation-select', (event: LoopConversationSelectEvent) => opened.push(event.conversationId, event.messageId));
    const id = arrive();
    await until(() => shown.length > 0 && sounds > 0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(shown.map(({tag}) => tag)).to.deep.equal([`loop-inbox ${id}`]);
    expect(sounds).to.equal(1);
    expect(shown[0]?.title).to.equal('\u2068Marta\u2069');
    shown[0]?.onclick?.();
    expect(opened).to.deep.equal(['k1', 'm1']);
  });

  it('leave out the kinds that the agent wants to hear nothing of', async () => {
    Object.assign(choices, {sound: true, desktop: true, quietKinds: ['mention']});
    arrive();
    Object.assign(choices, {quietKinds: ['ticket']});
    const id = arrive();
    await until(() => shown.length > 0);
    expect(shown.map(({tag}) => tag)).to.deep.equal([`loop-inbox ${id}`]);
    Object.assign(choices, {quietKinds: []});
  });

  it('stop when the element has left the page', async () => {
    Object.assign(choices, {sound: true, desktop: true});
    host.remove();
    arrive();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(shown).to.deep.equal([]);
  });
});
