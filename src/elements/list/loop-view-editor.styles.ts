import {css} from 'lit';

export const styles = css`
  :host {
    display: grid;
    gap: var(--_space-3);
    inline-size: min(304px, calc(100vi - 16px));
    max-block-size: calc(100vb - 16px);
    padding: var(--_space-4);
    overflow-y: auto;
  }

  .title {
    font-weight: var(--_font-weight-strong);
    overflow-wrap: anywhere;
  }

  .setting {
    display: grid;
    gap: 4px;
  }

  .quiet {
    color: var(--_color-text-muted);
  }

  .holds {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }

  .holds > li {
    max-inline-size: 100%;
    padding: 4px 10px;
    border-radius: var(--_radius-full);
    background: var(--_color-surface-active);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
  }

  .problem:not(:empty) {
    color: var(--_color-danger-text);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
  }

  .end {
    display: flex;
    justify-content: flex-end;
    gap: var(--_space-3);
    padding-block-start: var(--_space-2);
  }

  .button[aria-disabled='true'] {
    color: var(--_color-text-subtle);
  }

  @media (forced-colors: active) {
    .holds > li {
      border: 1px solid;
    }
  }
`;
