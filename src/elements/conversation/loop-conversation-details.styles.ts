import {css} from 'lit';

export const styles = css`
  dialog[open] {
    grid-template-rows: auto minmax(0, 1fr);
  }

  .body {
    padding: 0 24px 24px;
    overflow: auto;
  }

  .body:focus-visible {
    outline-offset: -2px;
  }

  .subject {
    color: var(--_color-text-muted);
    overflow-wrap: anywhere;
  }

  section {
    margin-block-start: 16px;
  }

  h3 {
    min-block-size: 28px;
    font-size: var(--_font-size-sm);
    font-weight: var(--_font-weight-strong);
    line-height: 28px;
  }

  .number-of,
  .quiet,
  dt,
  time {
    color: var(--_color-text-subtle);
  }

  .number-of {
    font-weight: var(--_font-weight-regular);
  }

  .quiet,
  time {
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
  }

  dl {
    display: grid;
    grid-template-columns: minmax(104px, auto) minmax(0, 1fr);
    gap: 0 16px;
  }

  dt,
  dd {
    min-block-size: 24px;
    padding-block: 2px;
    text-align: start;
    overflow-wrap: anywhere;
  }

  dd {
    user-select: text;
  }

  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
  }

  .tags li {
    display: inline-flex;
    align-items: center;
    gap: 2px;
  }

  .remove {
    inline-size: var(--_size-target);
    block-size: var(--_size-target);
    margin-block: -2px;
    color: var(--_color-text-subtle);
  }

  .entry {
    display: flex;
    align-items: flex-start;
    gap: 10px;
    padding-block: 4px;
  }

  .entry > :last-child {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .entry > .icon {
    margin-block-start: 3px;
    color: var(--_color-text-subtle);
  }

  .escalation > .icon {
    color: var(--_color-danger-text);
  }

  .escalation .quiet {
    display: block;
  }

  .activities .entry {
    padding-block: 2px;
    color: var(--_color-text-muted);
    font-size: var(--_font-size-sm);
  }

  .line > :last-child {
    white-space: nowrap;
  }

  @media (width < 28em) {
    dl {
      grid-template-columns: minmax(80px, auto) minmax(0, 1fr);
    }

    .body {
      padding-inline: 16px;
    }

    .head {
      padding-inline: 16px 8px;
    }
  }

  @media (forced-colors: active) {
    .badge {
      border: 1px solid;
    }
  }
`;
