import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    flex: none;
    container: list-header / inline-size;
  }

  .line {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    block-size: var(--_header-block-size);
    padding-inline: var(--_space-5) var(--_space-3);
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    padding: 0 var(--_space-5) var(--_space-3);
  }

  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    max-inline-size: 100%;
    min-block-size: 24px;
    padding-inline: 10px 8px;
    border-radius: var(--_radius-full);
    background: var(--_color-surface-active);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
  }

  .chip:hover {
    background: var(--_color-surface-hover);
    box-shadow: inset 0 0 0 1px var(--_color-line-strong);
  }

  .chip > .icon {
    color: var(--_color-text-subtle);
  }

  .clear {
    min-block-size: 24px;
    padding-inline: var(--_space-2);
    font-size: var(--_font-size-sm);
  }

  .filters {
    overflow: hidden;
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

  /* What is wrong goes before how it is sorted, which the button says all the same; the title stays. */
  @container list-header (inline-size < 24em) {
    .line:has(.connection) .sort-text {
      display: none;
    }
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

    .chip {
      border: 1px solid;
    }
  }
`;
