import {html, type TemplateResult} from 'lit';

/** The place a host page gives an element: its size is what the element lays itself out by. */
export interface Place {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** The rules of stories' pages; elements of ours get their size from the host's CSS like this one. */
const rules = `
  .story-place { inline-size: min(100%, var(--story-width, 100%)); block-size: var(--story-height, auto); }
  .story-place > loop-inbox, .story-place > loop-conversation { block-size: 100%; }
  .story-pad { padding: 16px; font: 14px/20px system-ui, sans-serif; }
  .story-side { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 16px; padding: 16px; }
  .story-side > * { min-inline-size: 0; }
`;

/** Puts what is shown into a box of that size (CSS pixels; absent: all the width there is, the height it needs). */
export const framed = (content: TemplateResult, {width, height}: Place = {}): TemplateResult => html`
  <style>${rules}</style>
  <div class="story-place" style="${width ? `--story-width: ${width}px;` : ''}${height ? `--story-height: ${height}px` : ''}">${content}</div>
`;

/** As `framed`, with the margin of a page around it. */
export const padded = (content: TemplateResult, place: Place = {}): TemplateResult => html`<div class="story-pad">${framed(content, place)}</div>`;
