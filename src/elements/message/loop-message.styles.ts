import {css} from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: calc(var(--_size-avatar) * var(--_font-scale)) minmax(0, 1fr);
    column-gap: var(--_space-3);
    padding-block-start: var(--_message-gap-grouped);
    border-radius: var(--_radius-sm);
    /* What a sender wrote never paints over what is not theirs. */
    contain: paint;
  }

  :host([place='alone']),
  :host([place='first']) {
    padding-block-start: var(--_message-gap);
  }

  /* Focus on the whole message stands round what was said, inside the thread's edge. */
  :host(:focus-visible) {
    outline: 2px solid var(--_color-focus);
    outline-offset: -2px;
  }

  :host([data-highlighted]) :is(.bubble, .note, .mail) {
    outline: 2px solid var(--_color-accent-text);
    outline-offset: -2px;
  }

  .avatar {
    grid-column: 1;
    margin-block-start: 2px;
  }

  .column {
    grid-column: 2;
    display: grid;
    justify-items: start;
    gap: var(--_space-2);
    min-inline-size: 0;
  }

  :host([kind='reply']) .column {
    grid-column: 1 / -1;
    justify-items: end;
  }

  .column:has(> .mail) {
    grid-column: 1 / -1;
    justify-items: stretch;
  }

  :host([kind='note']) > .delivery {
    grid-column: 1 / -1;
    justify-self: end;
    margin-block-start: var(--_space-2);
  }

  .head {
    display: flex;
    align-items: baseline;
    gap: var(--_space-3);
    padding-inline: 2px;
  }

  .author,
  .label {
    font-weight: var(--_font-weight-strong);
  }

  time,
  .address,
  .aside {
    font-size: var(--_font-size-sm);
    color: var(--_color-text-subtle);
  }

  .bubble {
    max-inline-size: min(60ch, 86%);
    padding: var(--_bubble-padding-block) var(--_bubble-padding-inline);
    border-radius: var(--_bubble-radius);
    background: var(--_bubble-background-incoming);
    font-size: var(--_message-font-size);
    line-height: var(--_font-line-md);
    /* The corner at the speaker, and between what one says in a row, is small. */
    border-start-start-radius: 4px;
  }

  :host(:is([place='first'], [place='middle'])) .bubble {
    border-end-start-radius: 4px;
  }

  :host([kind='reply']) .bubble {
    background: var(--_bubble-background-reply);
    border-start-start-radius: var(--_bubble-radius);
    border-start-end-radius: 4px;
  }

  :host([kind='reply']:is([place='first'], [place='middle'])) .bubble {
    border-end-start-radius: var(--_bubble-radius);
    border-end-end-radius: 4px;
  }

  .note {
    grid-column: 1 / -1;
    padding: var(--_bubble-padding-block) var(--_bubble-padding-inline);
    border: 1px dashed var(--_note-border-color);
    border-inline-start: 3px solid var(--_note-border-color);
    border-radius: var(--_note-radius);
    background: var(--_note-background);
    font-size: var(--_message-font-size);
    line-height: var(--_font-line-md);
  }

  :host([kind]) .failed {
    border: 1px solid var(--_color-danger-text);
    background: var(--_color-danger-soft);
  }

  .note-head {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    margin-block-end: 2px;
    font-size: var(--_font-size-md);
  }

  .note-head .icon,
  .label {
    color: var(--_color-note-text);
  }

  .note-head time {
    margin-inline-start: auto;
  }

  .note .aside,
  .note time {
    color: var(--_color-text-muted);
  }

  .mention {
    padding-inline: 2px;
    border-radius: var(--_radius-xs);
    background: var(--_color-note-strong);
    color: var(--_color-note-text);
    font-weight: var(--_font-weight-strong);
  }

  .mail {
    border: 1px solid var(--_color-line-strong);
    border-radius: var(--_radius-md);
    background: var(--_color-surface-raised);
    overflow: clip;
  }

  .mail-head {
    display: flex;
    align-items: flex-start;
    gap: var(--_space-3);
    padding: var(--_space-3) var(--_space-4);
  }

  .mail-head .from {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: 6px;
    align-items: baseline;
    flex: 1;
    min-inline-size: 0;
  }

  .mail-head .from .truncate {
    grid-column: 1 / -1;
  }

  .from .address {
    overflow-wrap: anywhere;
  }

  .mail-body {
    padding: var(--_space-4) var(--_space-5) var(--_space-4) calc(var(--_space-4) + var(--_size-avatar) * var(--_font-scale) + var(--_space-3));
    font-size: var(--_message-font-size);
    line-height: var(--_font-line-md);
  }

  .mail-body:dir(rtl) {
    padding: var(--_space-4) calc(var(--_space-4) + var(--_size-avatar) * var(--_font-scale) + var(--_space-3)) var(--_space-4) var(--_space-5);
  }

  .blocked-bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space-4);
    min-block-size: 32px;
    padding-inline: var(--_space-4);
    background: var(--_color-surface-sunken);
    font-size: var(--_font-size-sm);
  }

  .bubble .blocked-bar {
    padding-inline: 0;
    background: none;
  }

  .blocked-bar .told {
    flex: 1;
    color: var(--_color-text-muted);
  }

  .told {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
  }

  .text {
    overflow-wrap: anywhere;
    text-align: start;
    unicode-bidi: plaintext;
    white-space: pre-wrap;
  }

  .rich {
    overflow-wrap: anywhere;
  }

  .rich > :first-child {
    margin-block-start: 0;
  }

  .rich > :last-child {
    margin-block-end: 0;
  }

  .rich :is(p, ul, ol, dl, blockquote, table, pre, figure, h1, h2, h3, h4, h5, h6) {
    margin-block: var(--_space-3);
  }

  .rich :is(h1, h2, h3, h4, h5, h6) {
    font-weight: var(--_font-weight-strong);
  }

  .rich :is(ul, ol) {
    padding-inline-start: 1.6em;
  }

  .rich ul {
    list-style: disc;
  }

  .rich ol {
    list-style: decimal;
  }

  .rich :is(em, i) {
    font-style: italic;
  }

  .rich blockquote,
  .quote {
    padding-inline-start: var(--_space-4);
    border-inline-start: 2px solid var(--_color-line-strong);
    color: var(--_color-text-muted);
  }

  .rich :is(pre, code, kbd, samp, tt) {
    font-family: var(--_font-mono);
    font-size: 0.92em;
  }

  .rich pre {
    overflow: auto;
    white-space: pre-wrap;
  }

  .rich table {
    inline-size: 100%;
    border-collapse: collapse;
  }

  .rich :is(td, th) {
    padding: 3px var(--_space-3) 3px 0;
    border-block-end: 1px solid var(--_color-line);
    text-align: start;
    vertical-align: top;
  }

  .rich th {
    color: var(--_color-text-muted);
    font-size: var(--_font-size-sm);
    font-weight: var(--_font-weight-regular);
  }

  .rich :is(td, th)[align='right'] {
    padding-inline-end: 0;
    text-align: end;
  }

  .rich :is(td, th)[align='center'] {
    text-align: center;
  }

  .rich img {
    max-inline-size: 100%;
    block-size: auto;
    border-radius: var(--_radius-xs);
    vertical-align: middle;
  }

  .rich img:not([src]) {
    display: none;
  }

  .folded {
    max-block-size: 40lh;
    overflow: clip;
    mask-image: linear-gradient(black calc(100% - 3lh), transparent);
  }

  a,
  .rich a[href] {
    color: var(--_color-accent-text);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 2px;
  }

  .quote-pill {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: var(--_size-target);
    margin-block: var(--_space-3) 0;
    padding-inline: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius-full);
    background: var(--_color-surface-active);
    color: var(--_color-text-muted);
    font-size: var(--_font-size-sm);
  }

  .quote {
    margin-block: var(--_space-3) 0;
    margin-inline: 0;
  }

  .answered {
    display: grid;
    inline-size: 100%;
    min-block-size: var(--_size-target);
    margin-block-end: var(--_space-2);
    padding-inline-start: var(--_space-3);
    border-inline-start: 2px solid var(--_color-control-border);
    color: var(--_color-text-muted);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
    text-align: start;
  }

  .deleted,
  .broken {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--_color-text-subtle);
    font-style: italic;
  }

  :host([kind='reply']) .deleted,
  .note .deleted {
    color: var(--_color-text-muted);
  }

  .broken {
    grid-column: 1 / -1;
  }

  .edited {
    font-size: var(--_font-size-sm);
    color: var(--_color-text-muted);
  }

  .files {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: var(--_space-3);
  }

  :not(.answered) + .files,
  .text + .files {
    margin-block-start: var(--_space-3);
  }

  .picture {
    display: grid;
    place-items: center;
    max-inline-size: 100%;
    border-radius: var(--_radius-sm);
    background: var(--_color-surface-active);
    color: var(--_color-text-subtle);
    overflow: clip;
  }

  .picture > * {
    grid-area: 1 / 1;
  }

  /* As large as the record says, whatever arrives. */
  .picture img,
  .picture .blocked {
    display: block;
    max-inline-size: 100%;
    object-fit: cover;
  }

  .file {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-3);
    max-inline-size: 100%;
    min-block-size: 36px;
    padding-inline: var(--_space-4);
    border-radius: var(--_radius-sm);
    background: var(--_color-surface-raised);
    box-shadow: inset 0 0 0 1px var(--_color-line-strong);
    color: var(--_color-text);
    font-size: var(--_font-size-md);
    text-decoration: none;
  }

  a.file:hover {
    background: var(--_color-surface-hover);
  }

  .file .icon {
    color: var(--_color-text-muted);
  }

  .name {
    display: flex;
    min-inline-size: 0;
    white-space: pre;
  }

  .size {
    flex: none;
    font-size: var(--_font-size-sm);
    color: var(--_color-text-subtle);
    font-variant-numeric: tabular-nums;
  }

  .delivery {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 0 var(--_space-4);
    min-block-size: 20px;
    padding-inline: 2px;
    color: var(--_color-text-subtle);
    font-size: var(--_font-size-sm);
  }

  .delivery.alarming .told {
    color: var(--_color-danger-text);
  }

  @media (prefers-contrast: more) {
    .bubble {
      box-shadow: inset 0 0 0 1px var(--_color-control-border);
    }
  }

  @media (forced-colors: active) {
    .bubble,
    .mail,
    .file,
    .picture {
      border: 1px solid;
    }

    .bubble {
      border-inline-start-width: 4px;
    }

    :host([kind='reply']) .bubble {
      border-inline-width: 1px 4px;
    }

    :host([kind]) .failed {
      border: 3px double;
    }

    .note {
      border: 1px dashed;
      border-inline-start: 6px solid;
    }

    .mention {
      text-decoration: underline;
    }

    /* A colour set on a drawing itself is not forced. */
    :is(.note-head, .file) .icon {
      color: CanvasText;
    }
  }
`;
