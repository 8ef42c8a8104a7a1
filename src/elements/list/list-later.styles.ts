import {css} from 'lit';

/** What comes with the later part of a list: buttons of rows, what the pointer changes, what is rare. */
export const styles = css`
  .fresh {
    flex: none;
    align-self: center;
    margin-block: 0 var(--_space-3);
    padding-inline: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius-full);
  }

  .stale {
    flex: none;
    padding: 0 var(--_space-5) var(--_space-2);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
    color: var(--_color-text-subtle);
  }

  .row:hover::after,
  .row:has(+ .row:hover)::after {
    display: none;
  }

  .row:hover {
    background: var(--_color-surface-hover);
  }

  .row[aria-current]:hover {
    background: var(--_color-accent-soft-hover);
  }

  /* Unseen but there: the arrow key has to be able to go to them. */
  .row > .row-actions {
    position: absolute;
    display: flex;
    opacity: 0;
    pointer-events: none;
    inset-inline-end: 6px;
    inset-block-start: calc(var(--_row-padding-block) + var(--_font-line-md) / 2 - 12px);
  }

  .row-actions .icon-button {
    inline-size: 28px;
    block-size: 24px;
  }

  .row-actions .icon-button:hover {
    background: var(--_color-surface-active);
  }

  .row:is(:hover, :focus-visible, :has(:focus-visible)) > .row-actions {
    opacity: 1;
    pointer-events: auto;
  }

  .row:has(.row-actions):is(:hover, :focus-visible, :has(:focus-visible)) .row-time {
    visibility: hidden;
  }

  .row:has(.row-actions):is(:hover, :focus-visible, :has(:focus-visible)) .row-name {
    max-inline-size: calc(100% - 52px);
  }

  .pick-cell {
    position: absolute;
    inset-inline-start: 6px;
    inset-block-start: calc(var(--_row-padding-block) + var(--_font-line-md) / 2 - 12px);
  }

  .pick {
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    border-radius: var(--_radius-sm);
    opacity: 0;
  }

  .pick::before {
    content: '';
    grid-area: 1 / 1;
    inline-size: 16px;
    block-size: 16px;
    border: 1px solid var(--_color-control-border);
    border-radius: var(--_radius-xs);
    background: var(--_color-surface-raised);
  }

  .pick > .icon {
    position: relative;
    grid-area: 1 / 1;
    color: var(--_color-on-accent);
    visibility: hidden;
  }

  .pick[aria-checked='true']::before {
    border-color: var(--_color-accent);
    background: var(--_color-accent);
  }

  .pick[aria-checked='true'] > .icon {
    visibility: visible;
  }

  :is(.picking .row, .row:hover, .row:focus-visible) .pick {
    opacity: 1;
  }

  :is(.picking .row, .row:hover, .row:focus-visible):has(.pick) .row-channel {
    visibility: hidden;
  }

  /* A finger finds the box where the channel is; it is seen once something is picked. */
  @media (hover: none) {
    .rows:not(.picking) .row .pick {
      opacity: 0;
    }

    .rows:not(.picking) .row .row-channel {
      visibility: visible;
    }
  }

  .row[aria-selected='true'] {
    background: var(--_color-accent-soft);
  }

  .more {
    position: absolute;
    inset-inline: 0;
    padding: var(--_space-3) 34px;
    font-size: var(--_font-size-sm);
    color: var(--_color-text-subtle);
  }

  :host([density='compact']) .row > .row-actions {
    inset-block: 0;
    align-items: center;
  }

  :host([density='compact']) .row:has(.row-actions):is(:hover, :focus-visible, :has(:focus-visible)) :is(.count, .row-meta, .row-end) {
    visibility: hidden;
  }

  @media (prefers-contrast: more) {
    .row[aria-current] {
      box-shadow: inset 0 0 0 2px var(--_color-accent);
    }

    .row::after {
      border-color: var(--_color-line);
    }
  }

  @media (forced-colors: active) {
    .row[aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .row[aria-current]::before {
      forced-color-adjust: none;
      background: Highlight;
    }

    .row[aria-selected='true'] {
      outline: 2px dashed Highlight;
      outline-offset: -2px;
    }

    .pick[aria-checked='true']::before {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
    }

    .pick[aria-checked='true'] > .icon {
      forced-color-adjust: none;
      color: HighlightText;
    }

    .row:hover {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
  }
`;
