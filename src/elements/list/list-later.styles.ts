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

  .row[aria-selected='true']:hover {
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
    .row[aria-selected='true'] {
      box-shadow: inset 0 0 0 2px var(--_color-accent);
    }

    .row::after {
      border-color: var(--_color-line);
    }
  }

  @media (forced-colors: active) {
    .row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .row[aria-selected='true']::before {
      forced-color-adjust: none;
      background: Highlight;
    }

    .row:hover {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
  }
`;
