import {css} from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    min-block-size: 0;
    background: var(--_color-surface);
    position: relative;
  }

  .scroller {
    min-block-size: 0;
    overflow: hidden auto;
    /* The thread keeps its own place; two at once would pull against each other. */
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-gutter: stable;
    scrollbar-width: thin;
  }

  /* Keeps as much room as the scrollbar above takes, so that all edges meet. */
  .below {
    overflow: hidden;
    scrollbar-gutter: stable;
    scrollbar-width: thin;
  }

  .rows,
  .strip {
    box-sizing: border-box;
    inline-size: 100%;
    max-inline-size: calc(760px + 2 * var(--_thread-edge, 20px));
    margin-inline: auto;
    padding-inline: var(--_thread-edge, 20px);
  }

  .rows {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    min-block-size: 100%;
    padding-block: var(--_space-3) var(--_space-2);
  }

  .edge {
    display: flex;
    justify-content: center;
    align-items: center;
    min-block-size: 32px;
    color: var(--_color-text-subtle);
    font-size: var(--_font-size-sm);
  }

  .day,
  .unread {
    display: flex;
    align-items: center;
    gap: var(--_space-4);
    margin-block-start: var(--_message-gap);
    color: var(--_color-text-muted);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-md);
  }

  .day::before,
  .day::after,
  .unread::before {
    content: '';
    flex: 1;
    border-block-start: 1px solid var(--_color-line);
  }

  .unread {
    gap: var(--_space-3);
    margin-block-start: var(--_space-3);
    color: var(--_color-accent-text);
    font-weight: var(--_font-weight-strong);
  }

  .unread::before {
    border-block-start: 1.5px solid currentcolor;
  }

  .activity {
    display: grid;
    grid-template-columns: calc(var(--_size-avatar) * var(--_font-scale)) minmax(0, 1fr);
    align-items: center;
    min-block-size: 24px;
    margin-block-start: var(--_space-3);
    border-radius: var(--_radius-sm);
    color: var(--_color-text-muted);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
  }

  .activity + .activity {
    margin-block-start: 0;
  }

  .empty {
    margin: auto;
    color: var(--_color-text-subtle);
  }

  .strip {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-3);
    block-size: calc(32px * var(--_font-scale, 1));
    color: var(--_color-text-muted);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-md);
  }

  @media (forced-colors: active) {
    .unread::before,
    .day::before,
    .day::after {
      border-color: CanvasText;
    }
  }
`;
