import {css} from 'lit';

/** Under a mail's own styles, however they are said: what a browser shows anyway, in our letters. */
export const mailBase = css`
  @layer base {
    :host {
      --_mail-margin: 0;
    }

    :host([data-paper]) {
      --_mail-margin: var(--_space-3) var(--_space-4);
    }

    /* A mail that is drawn to its edges says so. Lines are as high as their letters, however large the mail has them. */
    body {
      margin: var(--_mail-margin);
      line-height: 1.43;
      overflow-wrap: break-word;
    }

    /* Where a mail does not say from which side it is read, each line of it does. */
    body[dir='auto'],
    body[dir='auto'] :is(p, div, li, dt, dd, td, th, pre, blockquote, h1, h2, h3, h4, h5, h6):not(:not(body)[dir], :not(body)[dir] *, [style*='direction'], [style*='direction'] *) {
      unicode-bidi: plaintext;
    }

    :host(:not([data-paper])) blockquote {
      margin-block: var(--_space-3);
      margin-inline: 0;
      padding-inline-start: var(--_space-4);
      border-inline-start: 2px solid var(--_color-line-strong);
      color: var(--_color-text-muted);
    }

    p,
    ul,
    ol,
    dl,
    pre {
      margin-block: var(--_space-4);
    }

    ul {
      list-style: disc;
    }

    ol {
      list-style: decimal;
    }

    ul,
    ol {
      padding-inline-start: 1.8em;
    }

    pre,
    code,
    kbd,
    samp,
    tt {
      font-family: var(--_font-mono);
    }

    pre {
      white-space: pre-wrap;
    }

    /* A table that is drawn by nothing else is one to be read. */
    :host(:not([data-paper])) table:not([width], [border], [cellpadding], [cellspacing], [style], [class]) {
      inline-size: 100%;
      border-collapse: collapse;
    }

    :host(:not([data-paper])) table:not([width], [border], [cellpadding], [cellspacing], [style], [class]) :is(td, th):not([style]) {
      padding: 3px var(--_space-3) 3px 0;
      border-block-end: 1px solid var(--_color-line);
      text-align: start;
      vertical-align: top;
    }

    :host(:not([data-paper])) table:not([width], [border], [cellpadding], [cellspacing], [style], [class]) :is(td, th)[align='right'] {
      padding-inline-end: 0;
      text-align: end;
    }

    img {
      max-inline-size: 100%;
      vertical-align: middle;
    }

    img[width][height] {
      block-size: auto;
    }

    :host(:not([data-paper])) a[href] {
      color: var(--_color-accent-text);
    }

    a[href] {
      text-decoration: underline;
      text-decoration-thickness: 1px;
      text-underline-offset: 2px;
    }

    body > :first-child {
      margin-block-start: 0;
    }

    body > :last-child {
      margin-block-end: 0;
    }
  }
`;

/** Over a mail's own styles: what it does not decide. What is important in a layer goes before all that is important in none. */
export const mailOver = css`
  @layer over {
    /* It is made to fit: a mail drawn for a wider window is shown smaller. */
    body {
      zoom: var(--_mail-zoom, 1) !important;
    }

    /* A part of a very long mail: it was drawn once, and is again when it comes into sight. */
    [data-slice] {
      display: flow-root !important;
      margin-block: 0 !important;
      overflow: auto hidden !important;
    }

    [data-slice='drawn'] {
      content-visibility: auto !important;
      contain-intrinsic-size: auto 60ch auto 1000px !important;
    }

    :host([data-folded]) [data-quoted] {
      display: none !important;
    }

    /* One whose size is not known yet, which may be too large to draw. */
    img[src]:not([data-drawn]) {
      visibility: hidden !important;
    }

    [data-large] {
      all: revert !important;
      max-inline-size: 100% !important;
      padding: 6px 10px !important;
      font: var(--_font-size-sm) / var(--_font-line-sm) var(--_font-sans) !important;
      cursor: pointer !important;
    }

    /* A picture that was left out is its words; without them it is nothing. */
    [data-left-out] {
      inline-size: auto !important;
      min-inline-size: 0 !important;
      block-size: auto !important;
      min-block-size: 0 !important;
      font-style: italic !important;
    }

    img:not([src]) {
      display: none !important;
    }

    a[href] {
      cursor: pointer !important;
    }

    a:focus-visible {
      outline: 2px solid !important;
      outline-offset: 1px !important;
    }

    /* Where a link really leads, also where the link itself would cut it off. */
    a:has(> [data-host]) {
      overflow: visible !important;
      white-space: normal !important;
    }

    [data-host] {
      all: initial !important;
      unicode-bidi: isolate !important;
      color-scheme: inherit !important;
      padding-inline: 4px !important;
      border-radius: 3px !important;
      background: var(--_color-danger-soft) !important;
      color: var(--_color-danger-text) !important;
      font: var(--_font-weight-strong) var(--_font-size-sm) / var(--_font-line-sm) var(--_font-sans) !important;
      cursor: pointer !important;
    }
  }
`;
