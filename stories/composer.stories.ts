import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {expect, waitFor} from 'storybook/test';
import type {Adapter, WrittenKind} from '../src/contract/index.js';
import type {LoopProvider} from '../src/index.js';
import {sampleDesk} from './support/desk.js';
import {padded, type Place} from './support/frame.js';
import {shown, untilShown} from './support/look.js';

interface Args extends Place {
  'conversation-id': string;
  'disabled'?: boolean;
  'desk': () => Adapter | undefined;
}

const meta: Meta<Args> = {
  title: 'Elements/loop-composer',
  component: 'loop-composer',
  args: {'conversation-id': 'khalid-customs', 'disabled': false, 'width': 640, 'desk': sampleDesk},
  argTypes: {desk: {table: {disable: true}}},
  render: ({width, desk, disabled, ...attributes}) => html`
    <loop-provider .adapter=${guard([desk], desk)}>
      ${padded(html`<loop-composer conversation-id=${attributes['conversation-id']} ?disabled=${disabled}></loop-composer>`, {width})}
    </loop-provider>
  `,
  play: untilShown('textarea:enabled', '[role=tab]'),
};
export default meta;

type Story = StoryObj<Args>;

/** Writes a draft where a story begins with one. */
async function begin(canvasElement: HTMLElement, kind: WrittenKind, text: string, id = 'khalid-customs'): Promise<void> {
  await shown(canvasElement, 'textarea:enabled');
  const {currentInbox} = await shown<LoopProvider>(canvasElement, 'loop-provider');
  currentInbox?.commands.compose(id, kind);
  currentInbox?.commands.setDraft(id, kind, {text});
  await shown(canvasElement, `textarea[data-kind=${kind}]`);
}

export const Reply: Story = {};

export const ReplyBegun: Story = {
  play: ({canvasElement}) => begin(canvasElement, 'reply', 'Good news: your parcel has left customs this morning.'),
};

/** Only the team sees it: another plane, edge, icon, sentence and button. */
export const Note: Story = {
  play: ({canvasElement}) => begin(canvasElement, 'note', 'Carrier says Thursday. Please call him if it slips again.'),
};

/** Grows with what is written, up to a height that is a token. */
export const LongText: Story = {
  play: ({canvasElement}) => begin(canvasElement, 'reply', Array.from({length: 24}, (_, line) => `Point ${line + 1} of the list`).join('\n')),
};

/** The backend's own sentence in the field's place. */
export const ReplyDenied: Story = {args: {'conversation-id': 'ingrid-seam'}, play: untilShown('.denied')};

export const Disabled: Story = {args: {disabled: true}, play: untilShown('textarea:disabled', '[role=tab]')};

export const Narrow: Story = {args: {width: 288}};

export const WithoutInbox: Story = {args: {desk: () => undefined}, play: untilShown('textarea')};

/** Writes a draft and stands at its end, as one does who types. */
async function typing(canvasElement: HTMLElement, kind: WrittenKind, text: string): Promise<void> {
  await begin(canvasElement, kind, text);
  const field = await shown<HTMLTextAreaElement>(canvasElement, `textarea[data-kind=${kind}]`);
  // The draft is in the state; the field has it with the next render.
  await waitFor(() => expect(field.value).toBe(text));
  field.focus();
  field.setSelectionRange(text.length, text.length);
  field.dispatchEvent(new KeyboardEvent('keyup', {bubbles: true}));
}

/** A slash at the start of a word: canned replies, then macros. Enter and Tab insert, and never send. */
export const CannedReplies: Story = {
  play: async ({canvasElement}) => {
    await typing(canvasElement, 'reply', 'Hello /re');
    await shown(canvasElement, '[role=option][aria-selected=true]');
  },
};

/** What a canned reply leaves open is marked; Tab goes from one to the next, and sending asks first. */
export const OpenGaps: Story = {
  play: async ({canvasElement}) => {
    await typing(canvasElement, 'reply', '/express');
    (await shown(canvasElement, '[role=option]')).click();
    await shown(canvasElement, 'mark');
    (await shown(canvasElement, '[part~=send]')).click();
    await shown(canvasElement, '.gap-bar');
  },
};

/** What is put below a mail is seen before it is sent. */
export const Signature: Story = {
  args: {'conversation-id': 'marta-pole'},
  play: async ({canvasElement}) => {
    await begin(canvasElement, 'reply', 'A new pole leaves today.', 'marta-pole');
    const {currentInbox} = await shown<LoopProvider>(canvasElement, 'loop-provider');
    void currentInbox?.commands.updateProfile({signature: 'Lena Brandt\nNordlicht, repairs'});
    await shown(canvasElement, '.signature');
  },
};

export const NoteInTheDark: Story = {globals: {scheme: 'dark'}, play: Note.play};

export const RightToLeft: Story = {globals: {locale: 'ar'}, args: {'conversation-id': 'marta-pole'}, play: untilShown('textarea:enabled', '.recipients')};

/** An @ in a note: colleagues who may see the conversation. */
export const Mention: Story = {
  play: async ({canvasElement}) => {
    await typing(canvasElement, 'note', 'Ask @cl');
    await shown(canvasElement, '[role=option][aria-selected=true]');
  },
};

/** To whom a mail goes, and its subject. */
export const MailRecipients: Story = {
  args: {'conversation-id': 'marta-pole'},
  play: async ({canvasElement}) => {
    await shown(canvasElement, 'textarea:enabled');
    (await shown(canvasElement, '.reply-all')).click();
    (await shown(canvasElement, '.recipients-end [aria-expanded]')).click();
    await shown(canvasElement, '.envelope .removable');
  },
};

/** Which message is answered, over the field. */
export const Answering: Story = {
  args: {'conversation-id': 'marta-pole'},
  play: async ({canvasElement}) => {
    await shown(canvasElement, 'textarea:enabled');
    const {currentInbox} = await shown<LoopProvider>(canvasElement, 'loop-provider');
    currentInbox?.commands.setDraft('marta-pole', 'reply', {replyTo: 'marta-mail', text: 'Thank you for the picture.'});
    await shown(canvasElement, '.quoted');
  },
};

/** Buttons of the host at the start of the bottom line. */
export const Actions: Story = {
  render: ({width, desk, ...attributes}) => html`
    <loop-provider .adapter=${guard([desk], desk)}>
      ${padded(
        html`<loop-composer conversation-id=${attributes['conversation-id']}>
          <button slot="composer-actions" type="button">Insert order</button>
        </loop-composer>`,
        {width},
      )}
    </loop-provider>
  `,
};
