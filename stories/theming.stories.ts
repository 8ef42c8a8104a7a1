import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import fjord from '../src/themes/fjord.css?inline';
import {sampleDesk} from './support/desk.js';
import {framed} from './support/frame.js';
import {untilShown} from './support/look.js';

interface Args {
  'color-scheme': 'light' | 'dark';
  'conversation-id': string;
  /** What the host's page says about our elements. */
  'css': string;
}

const render = ({css, ...attributes}: Args): TemplateResult => html`
  <style>
    ${css}
  </style>
  ${framed(
    html`<loop-inbox
      color-scheme=${attributes['color-scheme']}
      conversation-id=${attributes['conversation-id']}
      .adapter=${guard([], () => sampleDesk())}
    ></loop-inbox>`,
    {height: 760},
  )}
`;

const meta: Meta<Args> = {
  title: 'Theming',
  args: {'color-scheme': 'light', 'conversation-id': 'fjellsport-austfonna', 'css': ''},
  argTypes: {
    'color-scheme': {control: 'inline-radio', options: ['light', 'dark']},
    'css': {control: 'text'},
  },
  // Each in a page of its own: the rules of one story must not reach the others.
  parameters: {docs: {story: {inline: false, height: '780px'}}},
  render,
  play: untilShown('[part~=row]', 'loop-message', 'textarea'),
};
export default meta;

type Story = StoryObj<Args>;

export const Default: Story = {};

/** `loop-inbox/themes/fjord.css`: another look by tokens alone. */
export const Fjord: Story = {args: {css: fjord}};

export const FjordDark: Story = {args: {'css': fjord, 'color-scheme': 'dark'}};

/** A handful of tokens give an inbox the colours, letters and corners of its host. */
export const HostTokens: Story = {
  args: {
    css: `loop-inbox {
  --loop-color-accent: #6b3fa0;
  --loop-color-accent-hover: #57318a;
  --loop-color-accent-text: #57318a;
  --loop-color-accent-soft: #f6f1fb;
  --loop-color-accent-soft-hover: #ede3f7;
  --loop-color-accent-soft-strong: #decdf0;
  --loop-color-reply: #ede3f7;
  --loop-color-focus: #6b3fa0;
  --loop-font-sans: Georgia, 'Times New Roman', serif;
  --loop-radius-sm: 2px;
  --loop-radius-md: 4px;
}`,
  },
};

/** One measure for all letters, lines and rows. */
export const LargerText: Story = {args: {css: 'loop-inbox { --loop-font-scale: 1.25; }'}};

/** Tokens of one element: narrower columns, bubbles without a plane of their own. */
export const ElementTokens: Story = {
  args: {
    css: `loop-inbox {
  --loop-rail-inline-size: 160px;
  --loop-list-inline-size: 280px;
  --loop-bubble-radius: 2px;
  --loop-message-gap: 28px;
}`,
  },
};

/** What no token says. */
export const Parts: Story = {
  args: {
    css: `loop-inbox::part(menu) { border-inline-end: 2px solid #2c5fdd; }
loop-inbox::part(row) { border-radius: 0; }`,
  },
};
