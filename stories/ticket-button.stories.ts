import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, nothing} from 'lit';
import {guard} from 'lit/directives/guard.js';
import type {Adapter} from '../src/contract/index.js';
import type {LoopTicketButton} from '../src/index.js';
import {sampleDesk} from './support/desk.js';
import {padded} from './support/frame.js';
import {shown, untilShown} from './support/look.js';

interface Args {
  'conversation-id': string;
  'contact-id'?: string;
  'icon-only'?: boolean;
  'disabled'?: boolean;
  'label'?: string;
  'desk': () => Adapter | undefined;
}

const meta: Meta<Args> = {
  title: 'Elements/loop-ticket-button',
  component: 'loop-ticket-button',
  args: {'conversation-id': 'oliver-invoice', 'icon-only': false, 'disabled': false, 'desk': sampleDesk},
  argTypes: {desk: {table: {disable: true}}},
  render: ({desk, label, disabled, ...attributes}) => html`
    <loop-provider .adapter=${guard([desk], desk)}>
      ${padded(html`<loop-ticket-button
        conversation-id=${attributes['conversation-id']}
        contact-id=${attributes['contact-id'] || nothing}
        ?icon-only=${attributes['icon-only']}
        ?disabled=${disabled}
        >${label ?? nothing}</loop-ticket-button
      >`)}
    </loop-provider>
  `,
  play: untilShown('button:enabled'),
};
export default meta;

type Story = StoryObj<Args>;

export const Button: Story = {};

/** The host's own word. */
export const OwnWord: Story = {args: {label: 'Report a defect'}};

export const IconOnly: Story = {args: {'icon-only': true}};

export const Disabled: Story = {args: {disabled: true}, play: untilShown('button:disabled')};

/** Says why it can't be pressed. */
export const WithoutInbox: Story = {args: {desk: () => undefined}, play: untilShown('button:disabled')};

async function openForm({canvasElement}: {canvasElement: HTMLElement}): Promise<void> {
  await shown(canvasElement, 'button:enabled');
  await (await shown<LoopTicketButton>(canvasElement, 'loop-ticket-button')).open();
  await shown(canvasElement, 'dialog[open] input');
}

/** The form, filled in from the conversation. */
export const Form: Story = {play: openForm};

/** From nothing but the agent's words. */
export const FormOfItsOwn: Story = {args: {'conversation-id': ''}, play: openForm};

/** Each row finds the desk by its id, wherever that stands in the page. */
export const InATable: Story = {
  render: ({desk}) => html`
    <loop-provider id="desk" .adapter=${guard([desk], desk)}></loop-provider>
    ${padded(html`
      <table>
        <thead>
          <tr><th scope="col">Case</th><th scope="col">Contact</th><th scope="col">Ticket</th></tr>
        </thead>
        <tbody>
          <tr><td>T-3391</td><td>Ingrid Solheim</td><td><loop-ticket-button icon-only for="desk" conversation-id="ingrid-seam"></loop-ticket-button></td></tr>
          <tr><td>T-3388</td><td>Oliver Grant</td><td><loop-ticket-button icon-only for="desk" conversation-id="oliver-invoice"></loop-ticket-button></td></tr>
        </tbody>
      </table>
    `)}
  `,
};
