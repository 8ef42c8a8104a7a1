import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    inline-size: min(380px, calc(100vi - 16px));
    padding-block-end: var(--_space-2);
  }

  header {
    display: flex;
    align-items: center;
    gap: 6px;
    padding: var(--_space-3) var(--_space-4) var(--_space-2) var(--_space-5);
  }

  h2 {
    font-size: var(--_font-size-xl);
    font-weight: var(--_font-weight-strong);
  }

  .fresh,
  .derived,
  time {
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
    color: var(--_color-text-subtle);
  }

  .derived {
    padding: var(--_space-2) var(--_space-5);
  }

  .space {
    flex: 1;
  }

  ul,
  .bones {
    padding-inline: var(--_space-2);
  }

  .item {
    display: flex;
    gap: 10px;
    inline-size: 100%;
    padding: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius-sm);
    text-align: start;
  }

  .item:hover {
    background: var(--_color-accent-soft);
  }

  .mark {
    padding-block-start: 2px;
    color: var(--_color-text-subtle);
  }

  .item-unread .mark-escalation {
    color: var(--_color-danger-text);
  }

  .text {
    display: grid;
    flex: 1;
    justify-items: start;
    min-inline-size: 0;
  }

  .text > * {
    max-inline-size: 100%;
  }

  .body {
    color: var(--_color-text-muted);
  }

  .item-unread .line {
    font-weight: var(--_font-weight-strong);
  }

  .item-unread .body {
    color: var(--_color-text);
  }

  .when {
    display: grid;
    align-content: space-between;
    justify-items: end;
    padding-block: 2px 4px;
    white-space: nowrap;
  }

  li {
    position: relative;
  }

  .li-unread .when {
    padding-block-end: 24px;
  }

  /* A dot in a target of its own. */
  .read {
    position: absolute;
    inset-block-end: 4px;
    inset-inline-end: 4px;
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    border-radius: 50%;
  }

  .read::before {
    content: '';
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--_color-accent);
  }

  .read:hover {
    background: var(--_color-accent-soft-hover);
  }

  footer {
    margin-block-start: var(--_space-2);
    padding: var(--_space-2) var(--_space-2) 0;
    border-block-start: 1px solid var(--_color-line);
  }

  footer .menu-item {
    color: var(--_color-text-muted);
  }

  .more {
    margin-inline: var(--_space-5);
  }

  .bones p {
    display: grid;
    gap: var(--_space-3);
    padding: var(--_space-4);
  }

  .bones .short {
    inline-size: 60%;
  }

  @media (forced-colors: active) {
    .read::before {
      forced-color-adjust: none;
      background: Highlight;
    }

    .item:hover {
      outline: 1px solid Highlight;
    }
  }
`;
