import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    inline-size: min(332px, calc(100vi - 16px));
  }

  header {
    display: flex;
    align-items: center;
    gap: var(--_space-4);
    padding: var(--_space-5) var(--_space-5) var(--_space-4);
  }

  header > div {
    display: grid;
    min-inline-size: 0;
  }

  h2 {
    font-size: var(--_font-size-xl);
    font-weight: var(--_font-weight-strong);
  }

  .mail,
  .about,
  footer,
  .why {
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
    color: var(--_color-text-subtle);
  }

  .segments {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    gap: 2px;
    margin: 0 var(--_space-5) var(--_space-3);
    padding: 2px;
    border-radius: 8px;
    background: var(--_color-surface-active);
  }

  .segments button {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-block-size: 28px;
    border-radius: var(--_radius-sm);
    color: var(--_color-text-muted);
  }

  .segments [aria-checked='true'] {
    background: var(--_color-surface-selected);
    box-shadow: var(--_shadow-1), 0 0 0 1px var(--_color-line);
    color: var(--_color-text);
    font-weight: var(--_font-weight-medium);
  }

  .setting {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: var(--_space-3);
    min-block-size: 36px;
    padding-inline: var(--_space-5);
  }

  select.field {
    inline-size: auto;
    min-block-size: 28px;
    padding-block: 3px;
  }

  .why {
    display: flex;
    gap: 5px;
    padding: 0 var(--_space-5) var(--_space-2);
    color: var(--_color-danger-text);
  }

  .row > .why,
  footer .why {
    padding: 0;
  }

  .picture {
    position: relative;
    flex: none;
    border-radius: 50%;
    cursor: pointer;
  }

  .picture:focus-within {
    outline: 2px solid var(--_color-focus);
    outline-offset: 2px;
  }

  .avatar-picture img {
    inline-size: 100%;
    block-size: 100%;
    border-radius: 50%;
    object-fit: cover;
  }

  .change {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    border-radius: 50%;
    background: var(--_color-inverse);
    color: var(--_color-on-inverse);
    opacity: 0;
    transition: opacity var(--_motion-instant);
  }

  .picture:hover .change,
  .picture:focus-within .change {
    opacity: 0.88;
  }

  header .link {
    justify-self: start;
    font-size: var(--_font-size-sm);
  }

  .row {
    display: grid;
    gap: 4px;
    padding: 0 var(--_space-5) var(--_space-4);
  }

  .row > label,
  legend {
    padding: 0;
    color: var(--_color-text-muted);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
  }

  textarea.field {
    max-block-size: 30vb;
    resize: vertical;
  }

  section {
    margin-block-start: var(--_space-3);
    padding-block-start: var(--_space-3);
    border-block-start: 1px solid var(--_color-line);
  }

  h3 {
    padding: var(--_space-2) var(--_space-5);
    font-size: var(--_font-size-sm);
    font-weight: var(--_font-weight-strong);
    line-height: var(--_font-line-sm);
  }

  fieldset {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0 var(--_space-3);
    padding: var(--_space-2) var(--_space-5);
    border: 0;
  }

  legend {
    padding-block-end: var(--_space-1);
  }

  .check {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 28px;
  }

  .check input {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--_color-accent);
  }

  .switch {
    position: relative;
    inline-size: 36px;
    block-size: 24px;
    border-block: 2px solid transparent;
    border-radius: 12px;
    background: var(--_color-control-border) padding-box;
    appearance: none;
    transition: background var(--_motion-instant);
  }

  .switch::after {
    content: '';
    position: absolute;
    inset-block: 2px;
    inset-inline-start: 2px;
    inline-size: 16px;
    border-radius: 50%;
    background: var(--_color-on-accent);
    transition: inset-inline-start var(--_motion-quick) var(--_motion-ease);
  }

  .switch:checked {
    background: var(--_color-accent) padding-box;
  }

  .switch:checked::after {
    inset-inline-start: 18px;
  }

  .switch:focus-visible {
    outline-offset: 1px;
  }

  footer {
    position: sticky;
    inset-block-end: 0;
    margin-block-start: var(--_space-3);
    padding: var(--_space-3) var(--_space-5);
    background: var(--_plane);
    border-block-start: 1px solid var(--_color-line);
  }

  footer[data-empty] {
    padding-block: 0;
    border: 0;
  }

  @media (forced-colors: active) {
    .switch {
      border: 1px solid ButtonText;
    }

    .switch::after {
      forced-color-adjust: none;
      background: ButtonText;
    }

    .switch:checked,
    .segments [aria-checked='true'] {
      outline: 2px solid Highlight;
      outline-offset: 1px;
    }
  }
`;
