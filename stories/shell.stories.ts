import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import type {LoopInbox} from '../src/index.js';
import {sampleDesk} from './support/desk.js';
import {framed} from './support/frame.js';
import {press, shown} from './support/look.js';

interface Args {
  width?: number;
  view?: string;
}

const meta: Meta<Args> = {
  title: 'Elements/loop-inbox/Panels',
  component: 'loop-inbox',
  render: ({width, view}) => framed(html`<loop-inbox view=${view ?? 'active'} .adapter=${sampleDesk()}></loop-inbox>`, {width, height: 760}),
};
export default meta;

type Story = StoryObj<Args>;

/** The shell with its rows, in which a panel is opened. */
async function ready(canvas: HTMLElement): Promise<LoopInbox> {
  await shown(canvas, '[part~=row]');
  await shown(canvas, '.item-me');
  return shown<LoopInbox>(canvas, 'loop-inbox');
}

/** A play that opens what a line of the menu opens. */
const opens =
  (part: string, inside: string) =>
  async ({canvasElement}: {canvasElement: HTMLElement}): Promise<void> => {
    await ready(canvasElement);
    (await shown(canvasElement, `[data-opens="${part}"]`)).click();
    await shown(canvasElement, inside);
  };

/** What happened elsewhere, newest first. */
export const Notifications: Story = {play: opens('notifications', 'loop-notifications')};

/** Name, picture, availability, signature, look and what the agent is told of. */
export const Settings: Story = {play: opens('settings', 'loop-settings')};

export const Support: Story = {play: opens('support', 'loop-support')};

/** All keys, by the place where they act. */
export const Shortcuts: Story = {
  play: async ({canvasElement}) => {
    await opens('support', 'loop-support')({canvasElement});
    await press(canvasElement, 'button', 'Keyboard shortcuts');
    await shown(canvasElement, 'loop-shortcuts');
  },
};

/** Keeping what the list is narrowed to. */
export const SavingAView: Story = {
  play: async ({canvasElement}) => {
    const inbox = await ready(canvasElement);
    inbox.currentInbox?.commands.arrangeList('active', {filter: {unread: true, assignee: 'me'}});
    await shown(canvasElement, '.chip');
    await press(canvasElement, 'button', 'Save as a view…');
    await shown(canvasElement, 'loop-view-editor');
  },
};

/** It asks first: the view belongs to the whole desk. */
export const RemovingAView: Story = {
  args: {view: 'mine'},
  play: async ({canvasElement}) => {
    await ready(canvasElement);
    (await shown(canvasElement, '.more')).click();
    await press(canvasElement, '[role="menuitem"]', 'Remove…');
    await shown(canvasElement, 'loop-view-editor');
  },
};

/** Conversations, messages and contacts that hold the words. */
export const Search: Story = {
  play: async ({canvasElement}) => {
    await ready(canvasElement);
    await press(canvasElement, 'button[aria-keyshortcuts]', '');
    const field = await shown<HTMLInputElement>(canvasElement, '[role="combobox"]');
    field.value = 'pole';
    field.dispatchEvent(new Event('input'));
    await shown(canvasElement, '[role="option"] b');
  },
};
