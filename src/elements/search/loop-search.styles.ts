import {css} from 'lit';

export const styles = css`
  dialog {
    inline-size: min(640px, 100vi - 32px);
    max-block-size: min(560px, calc(100vb - 112px));
    margin-block-start: 96px;
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
  }

  .field,
  .scopes,
  footer {
    flex: none;
  }

  .field {
    display: flex;
    align-items: center;
    gap: 10px;
    block-size: 52px;
    padding-inline: 20px 16px;
    border-block-end: 1px solid var(--_color-line);
  }

  .field .icon {
    color: var(--_color-text-subtle);
  }

  .field input {
    flex: 1;
    min-inline-size: 0;
    block-size: 100%;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-size: var(--_font-size-xl);
  }

  /* The whole line shows the focus. */
  .field input:focus-visible {
    outline-color: transparent;
  }

  input::placeholder {
    color: var(--_color-text-subtle);
  }

  .field:focus-within {
    border-start-start-radius: var(--_radius-lg);
    border-start-end-radius: var(--_radius-lg);
    outline: 2px solid var(--_color-focus);
    outline-offset: -2px;
  }

  .scopes {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    padding: 8px 16px;
    border-block-end: 1px solid var(--_color-line);
  }

  .scope {
    min-block-size: 26px;
    padding-inline: 10px;
    border-radius: var(--_radius-full);
    color: var(--_color-text-muted);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
  }

  .scope:hover {
    background: var(--_color-surface-hover);
  }

  .scope[aria-pressed='true'] {
    background: var(--_color-accent-soft);
    color: var(--_color-accent-text);
    font-weight: var(--_font-weight-strong);
  }

  .below {
    padding: 4px 12px 16px;
    text-align: center;
  }

  .results {
    display: grid;
    flex: 1;
    grid-template-rows: minmax(0, 1fr);
    min-block-size: 96px;
  }

  .list {
    min-block-size: 0;
    padding: 4px 8px 8px;
    overflow-y: auto;
  }

  h3 {
    padding: 12px 12px 4px;
    color: var(--_color-text-subtle);
    font-size: var(--_font-size-sm);
    font-weight: var(--_font-weight-strong);
    line-height: var(--_font-line-sm);
  }

  [role='option'] {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 36px;
    padding-inline: 12px;
    border-radius: var(--_radius-sm);
    cursor: default;
  }

  [role='option'][aria-selected='true'] {
    background: var(--_color-accent-soft);
  }

  [role='option'] .icon {
    flex: none;
    color: var(--_color-text-muted);
  }

  .words {
    display: flex;
    flex: 1;
    gap: 8px;
    min-inline-size: 0;
    white-space: nowrap;
  }

  .words > .title {
    flex: none;
    max-inline-size: 60%;
  }

  .words > .detail {
    flex: 1;
    min-inline-size: 0;
  }

  .detail,
  time,
  .told {
    color: var(--_color-text-subtle);
  }

  b {
    font-weight: var(--_font-weight-strong);
  }

  .told {
    padding: 24px 12px;
    text-align: center;
  }

  footer {
    display: flex;
    gap: 6px;
    padding: 8px 20px;
    border-block-start: 1px solid var(--_color-line);
    color: var(--_color-text-subtle);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
  }

  kbd {
    padding-inline: 4px;
    border-radius: var(--_radius-xs);
    box-shadow: inset 0 0 0 1px var(--_color-line-strong);
    font: inherit;
    font-size: var(--_font-size-xs);
  }

  kbd:nth-of-type(3) {
    margin-inline-start: 12px;
  }

  @media (forced-colors: active) {
    .scope[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    [role='option'][aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
