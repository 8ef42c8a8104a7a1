import {css} from 'lit';

/** The state of a ticket in a word, at the end of its line (`ticketLine`). After `base`. */
export const badge = css`
  .badge {
    flex: none;
    padding-inline: 6px;
    border-radius: var(--_radius-full);
    background: var(--_color-surface-active);
    color: var(--_color-text-muted);
    font-size: var(--_font-size-xs);
    font-weight: var(--_font-weight-strong);
    line-height: 18px;
  }

  .badge[data-open] {
    background: var(--_color-success-soft);
    color: var(--_color-success-text);
  }

  @media (forced-colors: active) {
    .badge {
      border: 1px solid;
    }
  }
`;
