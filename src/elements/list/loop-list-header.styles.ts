import {css} from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--_space-2);
    block-size: var(--_header-block-size);
    padding-inline: var(--_space-5) var(--_space-3);
    container: list-header / inline-size;
  }

  .title {
    font-size: var(--_font-size-xl);
    font-weight: var(--_font-weight-strong);
    letter-spacing: -0.01em;
  }

  .total {
    margin-inline-start: var(--_space-2);
    color: var(--_color-text-subtle);
  }

  .connection {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 6px;
    margin-inline-start: var(--_space-3);
    font-size: var(--_font-size-sm);
    font-weight: var(--_font-weight-medium);
    white-space: nowrap;
  }

  .connection.quiet {
    color: var(--_color-text-muted);
    font-weight: var(--_font-weight-regular);
  }

  .space {
    flex: 1;
  }

  .sort {
    font-size: var(--_font-size-sm);
    font-weight: var(--_font-weight-regular);
  }

  .filter-on {
    color: var(--_color-accent-text);
  }

  .tick {
    inline-size: 14px;
  }

  @container list-header (inline-size < 17em) {
    .connection-text,
    .sort-text {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }

  @media (forced-colors: active) {
    .filter-on {
      outline: 1px solid Highlight;
    }
  }
`;
