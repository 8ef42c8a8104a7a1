import {css} from 'lit';

export const styles = css`
  dialog[open] {
    grid-template-rows: minmax(0, 1fr);
  }

  form {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto auto;
    min-block-size: 0;
  }

  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    align-items: start;
    gap: 12px;
    padding: 4px 24px 16px;
    overflow: auto;
  }

  .body > * {
    grid-column: 1 / -1;
  }

  /* Short fields stand in pairs; one without a neighbour has the line for itself. */
  .short + .short,
  .short:has(+ .short) {
    grid-column: auto;
  }

  .row {
    display: grid;
    gap: 4px;
    min-inline-size: 0;
  }

  label,
  legend {
    padding: 0;
    color: var(--_color-text-muted);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
  }

  legend {
    margin-block-end: 4px;
  }

  .required {
    margin-inline-start: 4px;
    color: var(--_color-text-subtle);
  }

  .field {
    min-block-size: 32px;
  }

  textarea.field {
    min-block-size: 88px;
    max-block-size: 40vb;
    resize: vertical;
  }

  .field[aria-invalid='true'] {
    box-shadow: inset 0 0 0 0.5px var(--_color-danger);
  }

  .field:disabled {
    color: var(--_color-text-muted);
  }

  /* Engines draw a calendar into it, which is higher than a line. */
  input[type='date'].field {
    block-size: calc(14px + var(--_font-line-md));
  }

  .check {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: var(--_size-target);
    color: var(--_color-text);
    font-size: var(--_font-size-md);
    line-height: var(--_font-line-md);
  }

  .check input {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
  }

  .check input:focus-visible {
    outline-offset: 1px;
  }

  .many {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
  }

  .problem,
  .help,
  .hint {
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
  }

  .problem {
    display: flex;
    gap: 5px;
    color: var(--_color-danger-text);
  }

  .help,
  .hint {
    color: var(--_color-text-subtle);
  }

  .source {
    display: flex;
    gap: 8px;
    padding: 8px 10px;
    border-radius: var(--_radius-sm);
    background: var(--_color-surface-sunken);
    color: var(--_color-text-muted);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
    overflow-wrap: anywhere;
  }

  .source b {
    color: var(--_color-text);
  }

  .failure {
    display: flex;
    gap: 8px;
    margin-inline: 24px;
    padding: 8px 10px;
    border-radius: var(--_radius-sm);
    background: var(--_color-danger-soft);
    color: var(--_color-danger-text);
  }

  .failure .icon {
    margin-block-start: 2px;
  }

  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 12px 24px 16px;
  }

  footer .button {
    min-block-size: 32px;
  }

  .hint {
    flex: 1;
  }

  .submit[aria-disabled='true'] {
    background: var(--_color-surface-active);
    color: var(--_color-text-subtle);
  }

  .created {
    display: grid;
    justify-items: center;
    gap: 4px;
    padding: 32px 24px 8px;
    text-align: center;
  }

  .created > .icon {
    margin-block-end: 8px;
    color: var(--_color-success-text);
  }

  .created p {
    max-inline-size: 100%;
    color: var(--_color-text-muted);
    overflow-wrap: anywhere;
  }

  .created .button {
    color: var(--_color-text);
  }

  .created .button--primary {
    color: var(--_color-on-accent);
  }

  @media (width < 28em) {
    .body > .short {
      grid-column: 1 / -1;
    }
  }

  @media (forced-colors: active) {
    .failure,
    .source {
      border: 1px solid;
    }

    .field[aria-invalid='true'] {
      border-width: 3px;
    }
  }
`;
