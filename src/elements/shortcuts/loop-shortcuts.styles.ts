import {css} from 'lit';

export const styles = css`
  dialog {
    inline-size: min(720px, calc(100vi - 32px));
    max-block-size: min(640px, calc(100vb - 48px));
  }

  dialog[open] {
    grid-template-rows: auto minmax(0, 1fr);
  }

  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding-block: 16px 8px;
    padding-inline: 20px 16px;
  }

  h2 {
    font-size: var(--_font-size-2xl);
    font-weight: var(--_font-weight-strong);
    line-height: var(--_font-line-2xl);
    letter-spacing: -0.015em;
  }

  .sections {
    padding: 0 20px 20px;
    overflow-y: auto;
  }

  .columns {
    columns: 2 270px;
    column-gap: 32px;
  }

  .off {
    padding-block-end: 8px;
    color: var(--_color-text-muted);
  }

  section {
    padding-block-end: 16px;
    break-inside: avoid;
  }

  h3 {
    padding-block: 6px;
    color: var(--_color-text-subtle);
    font-size: var(--_font-size-sm);
    font-weight: var(--_font-weight-strong);
    line-height: var(--_font-line-sm);
  }

  li {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 16px;
    padding-block: 5px;
    border-block-end: 1px solid var(--_color-line);
  }

  .ways {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 4px 8px;
    max-inline-size: 60%;
  }

  .way {
    display: inline-flex;
    gap: 2px;
    direction: ltr;
  }

  kbd {
    display: inline-block;
    color: var(--_color-text-muted);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    kbd {
      border: 1px solid;
    }
  }
`;
