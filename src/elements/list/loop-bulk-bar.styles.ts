import {css} from 'lit';

/** It lies over the heading of its list and is as high, so that no row moves. */
export const styles = css`
  :host {
    position: absolute;
    z-index: 2;
    inset-block-start: 0;
    inset-inline: 0;
    block-size: var(--_header-block-size);
    background: var(--_color-surface-raised);
    box-shadow: inset 0 -1px var(--_color-line);
  }

  .bar {
    display: flex;
    align-items: center;
    gap: var(--_space-1);
    block-size: 100%;
    padding-inline: var(--_space-3);
  }

  .count-text {
    flex: 1;
    padding-inline-start: var(--_space-2);
  }

  .menu {
    min-inline-size: 190px;
    max-block-size: min(360px, calc(100vb - 16px));
  }

  .tick {
    display: grid;
    place-items: center;
    inline-size: 14px;
  }

  .some {
    inline-size: 10px;
    border-block-start: 2px solid;
  }

  @media (forced-colors: active) {
    :host {
      border-block-end: 1px solid;
    }
  }
`;
