import {css} from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    inline-size: min(304px, calc(100vi - 16px));
    max-block-size: calc(100vb - 16px);
  }

  .title {
    flex: none;
    padding: var(--_space-4) var(--_space-4) var(--_space-2);
    font-weight: var(--_font-weight-strong);
  }

  .fields {
    min-block-size: 0;
    padding-inline: var(--_space-4);
    overflow-y: auto;
  }

  .setting {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1.6fr);
    align-items: center;
    gap: var(--_space-3);
    min-block-size: 36px;
  }

  select.field {
    min-block-size: 28px;
    padding-block: 3px;
  }

  .tags {
    max-block-size: 190px;
    margin-block: var(--_space-2) var(--_space-3);
    overflow-y: auto;
  }

  legend {
    padding: var(--_space-2) 0;
  }

  .choice {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    min-block-size: 28px;
    border-radius: var(--_radius-sm);
  }

  .choice:hover {
    background: var(--_color-surface-hover);
  }

  input[type='checkbox'] {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    accent-color: var(--_color-accent);
  }

  .quiet {
    padding-block: var(--_space-2);
    color: var(--_color-text-subtle);
  }

  .end {
    display: flex;
    flex: none;
    justify-content: space-between;
    gap: var(--_space-3);
    padding: var(--_space-3) var(--_space-4) var(--_space-4);
    border-block-start: 1px solid var(--_color-line);
  }

  .button[aria-disabled='true'] {
    color: var(--_color-text-subtle);
  }
`;
