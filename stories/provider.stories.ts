import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {guard} from 'lit/directives/guard.js';
import type {Adapter} from '../src/contract/index.js';
import {emptyDesk, sampleDesk} from './support/desk.js';
import {framed} from './support/frame.js';
import {untilShown} from './support/look.js';

interface Args {
  desk: () => Adapter;
}

const meta: Meta<Args> = {
  title: 'Elements/loop-provider',
  component: 'loop-provider',
  args: {desk: sampleDesk},
  argTypes: {desk: {table: {disable: true}}},
};
export default meta;

type Story = StoryObj<Args>;

/** One inbox for elements that stand apart in the host's own markup. */
export const AroundARecord: Story = {
  render: ({desk}) => html`
    <loop-provider .adapter=${guard([desk], desk)}>
      ${framed(html`
        <div class="story-side">
          <section>
            <h1>Oliver Grant</h1>
            <p>Customer since 2021. Prefers mail to the phone.</p>
            <loop-ticket-button conversation-id="oliver-invoice"></loop-ticket-button>
            <h2>Answer</h2>
            <loop-composer conversation-id="oliver-invoice"></loop-composer>
          </section>
          <div class="story-place" style="--story-height: 640px">
            <loop-conversation header="none" conversation-id="oliver-invoice"></loop-conversation>
          </div>
        </div>
      `)}
    </loop-provider>
  `,
  play: untilShown('loop-message', 'textarea:enabled', '[part~=button]:enabled'),
};

/** Two providers on one page never see each other. */
export const TwoDesks: Story = {
  render: ({desk}) => html`
    ${framed(html`
      <div class="story-side">
        <loop-provider .adapter=${guard([desk], desk)}>
          <div class="story-place" style="--story-height: 640px">
            <loop-conversation conversation-id="nadia-refund"></loop-conversation>
          </div>
        </loop-provider>
        <loop-provider .adapter=${guard([], emptyDesk)}>
          <div class="story-place" style="--story-height: 640px"><loop-inbox></loop-inbox></div>
        </loop-provider>
      </div>
    `)}
  `,
  play: untilShown('loop-message', '.blank-title'),
};
