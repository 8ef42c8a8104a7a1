import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {guard} from 'lit/directives/guard.js';
import type {Adapter} from '../src/contract/index.js';
import type {LoopProvider} from '../src/index.js';
import {forgetfulDesk, refusingDesk, sampleDesk} from './support/desk.js';
import {framed, type Place} from './support/frame.js';
import {find, press, shown, untilShown} from './support/look.js';

interface Args extends Place {
  'conversation-id': string;
  'message-id'?: string;
  'header'?: 'full' | 'none';
  'desk': () => Adapter | undefined;
}

const meta: Meta<Args> = {
  title: 'Elements/loop-conversation',
  component: 'loop-conversation',
  args: {'conversation-id': 'khalid-customs', 'message-id': '', 'header': 'full', 'width': 760, 'height': 720, 'desk': sampleDesk},
  argTypes: {header: {control: 'inline-radio', options: ['full', 'none']}, desk: {table: {disable: true}}},
  render: ({width, height, desk, ...attributes}) => html`
    <loop-provider .adapter=${guard([desk], desk)}>
      ${framed(
        html`<loop-conversation
          conversation-id=${attributes['conversation-id']}
          message-id=${attributes['message-id'] ?? ''}
          header=${attributes['header'] ?? 'full'}
        ></loop-conversation>`,
        {width, height},
      )}
    </loop-provider>
  `,
  play: untilShown('loop-message', '[part~=composer]'),
};
export default meta;

type Story = StoryObj<Args>;

export const Chat: Story = {};

/** With sender, address, quoted text and a note of a colleague. */
export const Mail: Story = {args: {'conversation-id': 'marta-pole'}};

/** Weeks of talk: it opens where the unread begins, and what is earlier is read while one scrolls up. */
export const LongThread: Story = {args: {'conversation-id': 'fjellsport-austfonna'}};

/** Pictures of others than the backend are not loaded before the agent says so. */
export const PicturesBlocked: Story = {
  args: {'conversation-id': 'harriet-newsletter'},
  // What is inside of a mail is its sender's.
  parameters: {a11y: {config: {rules: [{id: 'color-contrast', selector: '*:not(.sheet *)'}]}}},
};

export const Escalated: Story = {args: {'conversation-id': 'grete-stove'}};

export const Snoozed: Story = {args: {'conversation-id': 'saga-silent'}};

/** The automated responder has it; the agent can take over. */
export const HandledByTheBot: Story = {args: {'conversation-id': 'pedro-madrid'}};

export const Archived: Story = {args: {'conversation-id': 'hannah-refund'}};

/** The backend allows no reply here, and says why; a note can still be written. */
export const ReplyDenied: Story = {args: {'conversation-id': 'ingrid-seam'}};

/** Two messages that the phone did not take. */
export const NotDelivered: Story = {args: {'conversation-id': 'mo-sms'}};

async function sendFrom(canvasElement: HTMLElement, shownAfterwards: string): Promise<void> {
  await shown(canvasElement, 'loop-message');
  const {currentInbox} = await shown<LoopProvider>(canvasElement, 'loop-provider');
  currentInbox?.commands.choose({undoSendMs: 0});
  currentInbox?.commands.setDraft('khalid-customs', 'reply', {text: 'It has left customs this morning.'});
  currentInbox?.commands.send('khalid-customs', 'reply');
  await shown(canvasElement, shownAfterwards);
}

/** The backend refused it: again, back into the draft, or away with it. */
export const NotSent: Story = {args: {desk: refusingDesk}, play: ({canvasElement}) => sendFrom(canvasElement, '[part~=delivery] button')};

/** The answer was lost and the backend can't be asked: the agent decides, nothing is sent twice by itself. */
export const NotConfirmed: Story = {args: {desk: forgetfulDesk}, play: ({canvasElement}) => sendFrom(canvasElement, '[part~=delivery] button')};

/** In a page that says elsewhere what the conversation is about. */
export const Dark: Story = {args: {'conversation-id': 'marta-pole'}, globals: {scheme: 'dark'}};

/** Words of the customer keep their own direction. */
export const RightToLeft: Story = {args: {'conversation-id': 'marta-pole'}, globals: {locale: 'ar'}};

/** As in a system with forced colours: edges and shapes say what planes say otherwise. The test of the stories forces them. */
export const ForcedColours: Story = {args: {'conversation-id': 'marta-pole'}, tags: ['forced-colours']};

export const WithoutHeader: Story = {args: {header: 'none', height: 520}};

export const Narrow: Story = {args: {width: 320}};

export const Details: Story = {
  play: async ({canvasElement}) => {
    await shown(canvasElement, 'loop-message');
    (await shown(canvasElement, 'button[data-menu=more]')).click();
    await press(canvasElement, '[role=menuitem]', 'Conversation details');
    await shown(canvasElement, 'dialog[open] dl');
  },
};

export const NoneChosen: Story = {args: {'conversation-id': ''}, play: untilShown('.blank-title')};

export const NotThere: Story = {args: {'conversation-id': 'gone'}, play: untilShown('.blank-title')};

export const WithoutInbox: Story = {args: {desk: () => undefined}, play: untilShown('.blank-title')};

/** A host's buttons in the places that are its own. */
export const Slots: Story = {
  render: ({width, height, desk, ...attributes}) => html`
    <loop-provider .adapter=${guard([desk], desk)}>
      ${framed(
        html`<loop-conversation conversation-id=${attributes['conversation-id']}>
          <button slot="header-start" type="button">Back to the record</button>
          <button slot="header-actions" type="button">Open order</button>
          <button slot="composer-actions" type="button">Insert order</button>
        </loop-conversation>`,
        {width, height},
      )}
    </loop-provider>
  `,
  play: async ({canvasElement}) => {
    await shown(canvasElement, 'loop-message');
    find(canvasElement, 'loop-conversation')?.focus();
  },
};
