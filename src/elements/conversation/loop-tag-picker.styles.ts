import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  .picker {
    inline-size: 260px;
    max-inline-size: 100%;
    padding: var(--_space-3);
  }

  .field {
    inline-size: 100%;
  }

  ul {
    max-block-size: 40vb;
    margin-block-start: var(--_space-2);
    overflow: auto;
  }

  .check {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 32px;
    padding-inline: 8px;
    border-radius: var(--_radius-sm);
  }

  .check:hover,
  .check:focus-within {
    background: var(--_color-surface-hover);
  }

  .check input {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--_color-accent);
  }

  .quiet,
  .problem:not(:empty) {
    padding: var(--_space-2) var(--_space-3);
    color: var(--_color-text-subtle);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
  }

  .problem:not(:empty) {
    color: var(--_color-danger-text);
  }
`;
