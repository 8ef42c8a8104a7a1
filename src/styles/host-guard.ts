import {css} from 'lit';

/**
 * Keeps a host page's own rules out of our text. `!important` in a shadow root's `:host` is the one thing that survives a host's
 * `* { … !important }`; it is used for what our descendants inherit and for nothing else, so a host still places, sizes and hides our
 * elements as it likes.
 */
export const hostGuard = css`
  :host {
    display: block;
    box-sizing: border-box;
    font: var(--_font-weight-regular) var(--_font-size-md) / var(--_font-line-md) var(--_font-sans) !important;
    font-feature-settings: normal !important;
    font-kerning: auto !important;
    font-optical-sizing: auto !important;
    font-palette: normal !important;
    font-size-adjust: none !important;
    font-synthesis: weight style small-caps !important;
    font-variant: normal !important;
    font-variation-settings: normal !important;
    accent-color: var(--_color-accent) !important;
    border-collapse: separate !important;
    border-spacing: 0 !important;
    caret-color: auto !important;
    color: var(--_color-text) !important;
    cursor: default !important;
    hyphens: manual !important;
    image-rendering: auto !important;
    letter-spacing: normal !important;
    line-break: auto !important;
    list-style: none !important;
    orphans: 2 !important;
    overflow-wrap: normal !important;
    quotes: auto !important;
    scrollbar-color: auto !important;
    tab-size: 4 !important;
    text-align: start !important;
    text-align-last: auto !important;
    text-emphasis: none !important;
    text-indent: 0 !important;
    text-rendering: auto !important;
    text-shadow: none !important;
    text-transform: none !important;
    text-underline-offset: auto !important;
    text-wrap: wrap !important;
    user-select: text !important;
    white-space: normal !important;
    widows: 2 !important;
    word-break: normal !important;
    word-spacing: normal !important;
    writing-mode: horizontal-tb !important;
    -webkit-font-smoothing: auto !important;
    -webkit-text-fill-color: currentcolor !important;
    -webkit-text-stroke: 0 !important;
  }

  :host([hidden]) {
    display: none !important;
  }
`;
