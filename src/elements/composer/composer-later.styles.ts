import {css} from 'lit';

/** What comes with the later part of a composer. */
export const styles = css`
  .tabs button:disabled {
    color: var(--_color-text-subtle);
  }

  @media (prefers-contrast: more) {
    .composer:has(textarea:focus) {
      outline: 2px solid var(--_color-focus);
      outline-offset: -1px;
    }
  }

  .denied .icon {
    margin-block-start: 3px;
  }

  .denied .link {
    grid-column: 2;
    justify-self: start;
  }

  .hint[data-elsewhere],
  [data-note] .hint {
    color: var(--_color-text-muted);
  }

  .hint[data-over] {
    color: var(--_color-danger-text);
  }

  .send-note:hover,
  .send-note:active {
    background: color-mix(in oklab, var(--_color-note-text) 88%, var(--_color-text));
  }

  @media (forced-colors: active) {
    .tabs [aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
