import {css} from 'lit';

/** What comes with the details of a message. */
export const styles = css`
  .bubble,
  .note,
  .mail {
    position: relative;
  }

  .message-more {
    position: absolute;
    z-index: 1;
    inset-block-start: 4px;
    inset-inline-start: calc(100% + 4px);
    inline-size: var(--_size-target);
    block-size: var(--_size-target);
    opacity: 0;
  }

  :host(:is(:hover, :focus-within, :focus)) .message-more,
  .message-more:focus-visible {
    opacity: 1;
  }

  @media (hover: none) {
    .message-more {
      opacity: 1;
    }
  }

  :host([kind='reply']) .message-more {
    inset-inline: auto calc(100% + 4px);
  }

  :is(.mail, .note) .message-more {
    inset-block-start: 8px;
    inset-inline: auto 6px;
  }

  .note .message-more {
    inset-block-start: 4px;
  }

  .editor {
    min-inline-size: min(44ch, 60vi);
  }

  .editor .grow {
    display: grid;
    max-block-size: 40vb;
  }

  .editor .grow::after,
  .editor textarea {
    grid-area: 1 / 1;
    min-inline-size: 0;
    min-block-size: calc(2 * var(--_font-line-md) + 12px);
    padding: 6px 8px;
    border: 1px solid var(--_color-control-border);
    border-radius: var(--_radius-sm);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .editor .grow::after {
    content: attr(data-text);
    visibility: hidden;
  }

  .editor textarea {
    overflow: auto;
    background: var(--_color-surface-raised);
    text-align: start;
    resize: none;
  }

  .editor-buttons {
    display: flex;
    align-items: center;
    gap: 12px;
    padding-block-start: 8px;
  }

  :host([data-highlighted]) :is(.bubble, .note, .mail) {
    outline: 2px solid var(--_color-accent-text);
    outline-offset: -2px;
  }

  .mention {
    padding-inline: 2px;
    border-radius: var(--_radius-xs);
    background: var(--_color-note-strong);
    color: var(--_color-note-text);
    font-weight: var(--_font-weight-strong);
  }

  :host([kind]) .failed {
    border: 1px solid var(--_color-danger-text);
    background: var(--_color-danger-soft);
  }

  :host([kind='reply']) .deleted,
  .note .deleted {
    color: var(--_color-text-muted);
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

  /* Where both do not fit beside each other, the choices stand together under what is told. */
  .blocked-bar .told {
    flex: 1 0 auto;
    max-inline-size: 100%;
    color: var(--_color-text-muted);
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-4);
  }

  .told {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
  }

  /* What a sender drew stays in here: what is wider is scrolled to. */
  .sheet {
    contain: layout paint style;
    isolation: isolate;
    overflow: auto hidden;
    overflow-wrap: anywhere;
    user-select: text;
  }

  /* A mail asks for the width of its window; here that is this box. In a bubble, which is as wide as its words, it gets no answer. */
  .mail-body .sheet {
    container-type: inline-size;
  }

  /* White paper under a mail that brings its colours, in a dark theme too. */
  .sheet[data-paper] {
    border-radius: var(--_radius-sm);
    background: Canvas;
    color: CanvasText;
    color-scheme: only light;
  }

  .mail-body:has(.sheet[data-paper]) {
    padding-inline: var(--_space-4);
  }

  [data-host] {
    padding-inline: 4px;
    border-radius: var(--_radius-xs);
    background: var(--_color-danger-soft);
    color: var(--_color-danger-text);
    font-size: var(--_font-size-sm);
    font-weight: var(--_font-weight-strong);
  }

  .text > div {
    unicode-bidi: plaintext;
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

  /* A picture that was left out is its words; without them it is nothing. */
  [data-left-out] {
    color: var(--_color-text-muted);
    font-style: italic;
  }

  .rich img:not([src]) {
    display: none;
  }

  /* A part of a very long message: it was drawn once, and is again when it comes into sight. */
  .slice {
    display: flow-root;
  }

  .drawn {
    content-visibility: auto;
    contain-intrinsic-size: auto 60ch auto 1000px;
  }

  /* A picture whose size is not known yet, which may be too large to draw. */
  :is(.rich, .picture) img[src]:not([data-drawn]) {
    visibility: hidden;
  }

  .picture.large {
    padding-inline: var(--_space-3);
    font-size: var(--_font-size-sm);
  }

  .capped {
    max-block-size: 40lh;
    overflow: clip;
  }

  .mail-body .capped {
    max-block-size: 80lh;
  }

  .folded {
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

  .broken {
    display: flex;
    align-items: center;
    gap: 6px;
    grid-column: 1 / -1;
    color: var(--_color-text-subtle);
    font-style: italic;
  }

  .edited {
    font-size: var(--_font-size-sm);
    color: var(--_color-text-muted);
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

  button.picture:focus-visible {
    outline-offset: 1px;
  }

  .media {
    display: grid;
    grid-template-columns: minmax(0, max-content);
    gap: 4px;
    min-inline-size: 0;
    max-inline-size: 100%;
  }

  .player {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    place-items: center;
    inline-size: 280px;
    max-inline-size: 100%;
    block-size: 54px;
    border-radius: var(--_radius-sm);
    background: var(--_color-surface-active);
    overflow: clip;
  }

  [data-video] .player {
    inline-size: 240px;
    block-size: 135px;
  }

  .player > :is(audio, video) {
    inline-size: 100%;
    block-size: 100%;
  }

  .play {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-3);
    inline-size: 100%;
    block-size: 100%;
    padding-inline: var(--_space-4);
    color: var(--_color-text-muted);
    overflow-wrap: anywhere;
  }

  .play:hover {
    color: var(--_color-text);
  }

  .fetching {
    color: var(--_color-text-muted);
    font-size: var(--_font-size-sm);
  }

  :is(a, button).file:hover {
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

    .note {
      border: 1px dashed;
      border-inline-start: 6px solid;
    }

    :host([kind]) .failed {
      border: 3px double;
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
