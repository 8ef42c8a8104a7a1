import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    block-size: 100%;
    min-block-size: 0;
    background: var(--_rail-background);
    container: menu / inline-size;
  }

  .menu {
    display: flex;
    flex-direction: column;
    gap: 1px;
    min-inline-size: 0;
    block-size: 100%;
    padding: 0 var(--_space-3) var(--_space-3);
  }

  .head {
    flex: none;
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    block-size: var(--_header-block-size);
    padding-inline-start: var(--_space-3);
  }

  .title {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    font-size: var(--_font-size-xl);
    font-weight: var(--_font-weight-strong);
    letter-spacing: -0.01em;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .views {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 1px;
    min-block-size: 0;
    overflow: hidden auto;
    scrollbar-width: none;
  }

  .end {
    flex: none;
    display: grid;
    gap: 1px;
    padding-block-start: var(--_space-3);
  }

  .item {
    position: relative;
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--_space-3);
    min-inline-size: 0;
    inline-size: 100%;
    min-block-size: max(var(--_size-control), var(--_size-target));
    padding-inline: var(--_space-3);
    border-radius: var(--_radius-sm);
    color: var(--_color-text-muted);
    white-space: nowrap;
    transition: background var(--_motion-instant);
  }

  .item:hover {
    background: var(--_color-surface-hover);
  }

  .item:active,
  .item[aria-current],
  .item[aria-expanded='true'] {
    background: var(--_color-surface-active);
    color: var(--_color-text);
  }

  .item[aria-current] {
    font-weight: var(--_font-weight-medium);
  }

  :is(.item[aria-current], .item[aria-expanded='true']) > .icon {
    color: var(--_color-accent-text);
  }

  .item-me {
    min-block-size: 36px;
  }

  .item-me .avatar {
    margin-inline-start: -2px;
  }

  .label {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    text-align: start;
  }

  .number {
    font-size: var(--_font-size-sm);
    color: var(--_color-text-subtle);
  }

  .heading {
    flex: none;
    padding: var(--_space-5) var(--_space-3) var(--_space-2);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
    color: var(--_color-text-subtle);
    white-space: nowrap;
  }

  @container menu (inline-size < 8em) {
    .title,
    .label,
    .number {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .head {
      justify-content: center;
      padding: 0;
    }

    .item {
      justify-content: center;
      min-block-size: 32px;
      padding: 0;
    }

    .item .count {
      position: absolute;
      inset-block-start: -1px;
      inset-inline-end: -3px;
      font-size: calc(10px * var(--_font-scale));
    }

    .item-me .avatar {
      margin: 0;
    }

    .heading {
      margin: var(--_space-3) var(--_space-2);
      padding: 0;
      border-block-start: 1px solid var(--_color-line-strong);
    }
  }

  @media (forced-colors: active) {
    .item[aria-current],
    .item[aria-expanded='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
