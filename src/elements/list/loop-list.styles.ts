import {css} from 'lit';

export const styles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    block-size: 100%;
    background: var(--_list-background);
  }

  /* Its code comes after the first look: its place is there before. */
  loop-list-header:not(:defined) {
    display: block;
    flex: none;
    block-size: var(--_header-block-size);
  }

  .body {
    flex: 1;
    min-block-size: 0;
    overflow: hidden;
  }

  .scroller {
    position: relative;
    block-size: 100%;
    overflow: hidden auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--_color-line-strong) transparent;
  }

  .rows {
    position: relative;
    margin-inline: 6px;
  }

  .probe {
    position: absolute;
    inline-size: 0;
    block-size: var(--_row-block-size);
    visibility: hidden;
  }

  .row {
    position: absolute;
    inset-inline: 0;
    display: grid;
    grid-template: repeat(3, var(--_font-line-md)) / 24px minmax(0, 1fr) auto;
    align-items: center;
    block-size: var(--_row-block-size);
    padding: var(--_row-padding-block) var(--_row-padding-inline) var(--_row-padding-block) 10px;
    border-radius: var(--_radius-sm);
    contain: layout size style;
    user-select: none;
  }

  .row-facts {
    display: grid;
    grid-area: 1 / 1 / -1 / -1;
    grid-template: subgrid / subgrid;
    align-items: center;
    min-inline-size: 0;
  }

  .row::after {
    content: '';
    position: absolute;
    inset-block-end: 0;
    inset-inline: 34px 0;
    border-block-end: 1px solid var(--_color-surface-active);
  }

  .row[aria-current]::after,
  .row:has(+ .row[aria-current])::after,
  .row:last-child::after {
    display: none;
  }

  .row-channel {
    grid-area: 1 / 1;
    color: var(--_color-text-subtle);
  }

  .row-name {
    grid-area: 1 / 2;
    align-self: baseline;
    justify-self: start;
    max-inline-size: 100%;
  }

  .row-time {
    grid-area: 1 / 3;
    align-self: baseline;
    padding-inline-start: var(--_space-3);
    font-size: var(--_font-size-sm);
    color: var(--_color-text-subtle);
    justify-self: end;
  }

  .row-preview {
    grid-area: 2 / 2;
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-inline-size: 0;
    color: var(--_color-text-muted);
  }

  .row-preview > .icon {
    color: var(--_color-text-subtle);
  }

  .row-text {
    flex: 0 1 auto;
  }

  .row-draft {
    flex: none;
    color: var(--_color-accent-text);
    font-weight: var(--_font-weight-medium);
  }

  .row .count {
    grid-area: 2 / 3;
    justify-self: end;
    margin-inline-start: var(--_space-3);
  }

  .row-meta {
    grid-area: 3 / 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 10px;
    block-size: var(--_font-line-md);
    overflow: hidden;
  }

  .row-meta > * {
    flex: none;
    block-size: var(--_font-line-md);
    color: var(--_color-text-subtle);
  }

  .row-end {
    grid-area: 3 / 3;
    display: flex;
    align-items: center;
    justify-self: end;
    gap: 6px;
    padding-inline-start: var(--_space-3);
    color: var(--_color-text-subtle);
  }

  .row-end .sentiment {
    color: inherit;
  }

  .status {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-2);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
    white-space: nowrap;
  }

  .row-meta > .status-escalated {
    color: var(--_color-danger-text);
    font-weight: var(--_font-weight-strong);
  }

  .row-meta > .status-escalated ~ .status-waits {
    color: var(--_color-text-muted);
  }

  .row-meta > .status-present {
    color: var(--_color-accent-text);
  }

  .row-unread :is(.row-name) {
    font-weight: var(--_font-weight-strong);
  }

  .row-unread :is(.row-preview, .row-channel) {
    color: var(--_color-text);
  }

  .row-unread .row-time {
    color: var(--_color-text-muted);
  }

  .row-snoozed :is(.row-name, .row-preview) {
    color: var(--_color-text-subtle);
    font-weight: var(--_font-weight-regular);
  }

  .row[aria-current] {
    background: var(--_row-background-selected);
  }

  .row[aria-current]::before {
    content: '';
    position: absolute;
    inset-block: 8px;
    inset-inline-start: 0;
    inline-size: 3px;
    border-radius: 2px;
    background: var(--_color-accent);
  }

  .row[aria-current] .row-name {
    font-weight: var(--_font-weight-strong);
  }

  .row[aria-current] .row-channel {
    color: var(--_color-accent-text);
  }

  .skeleton {
    margin-inline: 6px;
  }

  .skeleton .row {
    position: relative;
  }

  .skeleton :is(.row-name, .row-preview) {
    align-self: center;
    justify-self: stretch;
  }

  .skeleton .row-time {
    align-self: center;
  }

  .bone-mark { inline-size: 16px; block-size: 16px; }
  .bone-face { inline-size: 20px; block-size: 20px; border-radius: 50%; }
  .bone-time { inline-size: 30px; }
  .bone-short { inline-size: 64px; block-size: 8px; }
  .bone-0 { inline-size: 50%; }
  .bone-1 { inline-size: 62%; }
  .bone-2 { inline-size: 38%; }
  .bone-0-long { inline-size: 72%; }
  .bone-1-long { inline-size: 88%; }
  .bone-2-long { inline-size: 80%; }

  :host([density='compact']) .row {
    grid-template-rows: repeat(2, var(--_font-line-md));
  }

  :host([density='compact']) .row-meta {
    grid-area: 1 / 2;
    flex-wrap: nowrap;
    justify-self: end;
    gap: 6px;
  }

  :host([density='compact']) .row:has(.status-escalated, .status-present) .row-name {
    max-inline-size: calc(100% - 40px);
  }

  :host([density='compact']) .row-meta > :not(.status-escalated, .status-present) {
    display: none;
  }

  :host([density='compact']) .status-text {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  :host([density='compact']) .row-end {
    grid-area: 2 / 3;
  }

  :host([density='compact']) .row-end .sentiment,
  :host([density='compact']) .row .count ~ .row-end {
    display: none;
  }

  :host([density='compact']) .row[aria-current]::before {
    inset-block: 6px;
  }

  :host([density='comfortable']) .row {
    grid-template: var(--_font-line-md) repeat(2, calc(1.2 * var(--_font-line-md))) / 28px minmax(0, 1fr) auto;
  }

  :host([density='comfortable']) .row::after {
    inset-inline-start: 38px;
  }
`;
