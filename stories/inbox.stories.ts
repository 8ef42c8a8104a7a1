import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {ifDefined} from 'lit/directives/if-defined.js';
import type {Adapter} from '../src/contract/index.js';
import type {LoopInbox} from '../src/index.js';
import {emptyDesk, nobodysToken, sampleDesk, unreachableDesk} from './support/desk.js';
import {framed, type Place} from './support/frame.js';
import {shown, untilShown} from './support/look.js';

interface Args extends Place {
  'view'?: string;
  'conversation-id'?: string;
  'density'?: string;
  'color-scheme'?: string;
  'automated'?: boolean;
  'desk': () => Adapter | undefined;
}

const meta: Meta<Args> = {
  title: 'Elements/loop-inbox',
  component: 'loop-inbox',
  args: {height: 760, desk: sampleDesk},
  argTypes: {
    'view': {control: 'select', options: ['active', 'archived', 'automated']},
    'density': {control: 'inline-radio', options: ['compact', 'normal', 'comfortable']},
    'color-scheme': {control: 'inline-radio', options: ['light', 'dark', 'auto']},
    'desk': {table: {disable: true}},
  },
  render: ({width, height, desk, automated, ...attributes}) =>
    framed(
      html`<loop-inbox
        view=${ifDefined(attributes['view'])}
        conversation-id=${ifDefined(attributes['conversation-id'])}
        density=${ifDefined(attributes['density'])}
        color-scheme=${ifDefined(attributes['color-scheme'])}
        .features=${automated ? {automation: true} : undefined}
        .adapter=${guard([desk], desk)}
      ></loop-inbox>`,
      {width, height},
    ),
  play: untilShown('[part~=row]'),
};
export default meta;

type Story = StoryObj<Args>;

/** What an agent sees first: the conversations that wait. */
export const Inbox: Story = {};

export const OpenConversation: Story = {
  args: {'conversation-id': 'marta-pole'},
  play: untilShown('[part~=row]', 'textarea', 'loop-contact'),
};

/** Only what is unread and the agent's own; each chip takes itself back. */
export const Narrowed: Story = {
  play: async ({canvasElement}) => {
    const inbox = await shown<LoopInbox>(canvasElement, 'loop-inbox');
    await shown(canvasElement, '[part~=row]');
    inbox.currentInbox?.commands.arrangeList('active', {filter: {unread: true, assignee: 'me'}});
    await shown(canvasElement, '.chip');
  },
};

/** Several conversations picked, for what is done to all of them. */
export const Picked: Story = {
  play: async ({canvasElement}) => {
    (await shown(canvasElement, '.pick')).click();
    await shown(canvasElement, 'loop-bulk-bar');
  },
};

export const Archived: Story = {args: {view: 'archived'}};

/** The add-on: on only where the host says so and the adapter has it. */
export const Automated: Story = {
  args: {'automated': true, 'view': 'automated', 'conversation-id': 'pedro-madrid'},
  play: untilShown('[part~=row]', '[part~=header]'),
};

export const Compact: Story = {args: {density: 'compact', 'conversation-id': 'nadia-refund'}, play: untilShown('[part~=row]', 'textarea')};

export const Comfortable: Story = {
  args: {density: 'comfortable', 'conversation-id': 'nadia-refund'},
  play: untilShown('[part~=row]', 'textarea'),
};

export const Dark: Story = {
  args: {'color-scheme': 'dark', 'conversation-id': 'marta-pole'},
  play: untilShown('[part~=row]', 'textarea'),
};

/** The contact details lie over the conversation. */
export const HalfPage: Story = {
  args: {'width': 900, 'conversation-id': 'oliver-invoice'},
  play: untilShown('[part~=row]', 'textarea'),
};

/** One thing at a time: the list … */
export const SidePanel: Story = {args: {width: 360}};

/** … or the conversation, with a way back. */
export const SidePanelConversation: Story = {
  args: {'width': 360, 'conversation-id': 'nadia-refund'},
  play: untilShown('textarea'),
};

export const RightToLeft: Story = {
  args: {'conversation-id': 'khalid-customs'},
  play: untilShown('[part~=row]', 'textarea'),
  render: ({height, desk, ...attributes}) =>
    framed(
      html`<loop-inbox dir="rtl" conversation-id=${ifDefined(attributes['conversation-id'])} .adapter=${guard([desk], desk)}></loop-inbox>`,
      {height},
    ),
};

/** A desk on its first day. */
export const NothingYet: Story = {args: {desk: emptyDesk}, play: untilShown('loop-list', '.blank-title')};

/** The host fills the places that are its own. */
export const Slots: Story = {
  args: {'conversation-id': 'marta-pole'},
  play: untilShown('[part~=row]', 'textarea', 'loop-contact'),
  render: ({height, desk, ...attributes}) =>
    framed(
      html`<loop-inbox conversation-id=${ifDefined(attributes['conversation-id'])} .adapter=${guard([desk], desk)}>
        <button slot="header-actions" type="button">Open in Kompass</button>
        <button slot="composer-actions" type="button">Insert order</button>
        <section slot="contact-before"><b>Customer since 2019</b></section>
        <section slot="contact-after"><b>Orders</b><p>No. 20418, on its way</p></section>
        <p slot="support">Call the service desk: extension 55</p>
      </loop-inbox>`,
      {height},
    ),
};

/** Nobody is signed in: the host hears `loop-sign-in` and signs the agent in. */
export const SignedOut: Story = {
  play: untilShown('button.button--primary'),
  render: ({height, desk}) =>
    framed(html`<loop-inbox .getToken=${nobodysToken} .adapter=${guard([desk], desk)}></loop-inbox>`, {height}),
};

/** The backend can't be reached: why, and when the next try is. */
export const OutOfReach: Story = {args: {desk: unreachableDesk}, play: untilShown('.blank-title')};

/** Neither an adapter nor a provider: what a host's developer sees first. */
export const WithoutBackend: Story = {args: {desk: () => undefined}, play: untilShown('.blank-title')};

/** Help of the host's own, and a key of its choice for archiving. */
export const HostSettings: Story = {
  play: async ({canvasElement}) => {
    const inbox = await shown<LoopInbox>(canvasElement, 'loop-inbox');
    inbox.support = {url: 'https://help.nordlicht.example', label: 'Handbook', mail: 'service-desk@nordlicht.example'};
    inbox.keymap = {archive: 'x'};
    await shown(canvasElement, '[part~=row]');
  },
};
