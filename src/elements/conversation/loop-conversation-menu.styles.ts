import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
  }

  .menu {
    max-inline-size: 340px;
  }

  .menu-item {
    text-decoration: none;
  }

  .tick {
    margin-inline-start: auto;
    padding-inline-start: var(--_space-3);
    color: var(--_color-accent-text);
  }

  .denied {
    display: block;
    padding-block-end: var(--_space-2);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
  }

  .form {
    display: grid;
    gap: var(--_space-4);
    inline-size: 300px;
    max-inline-size: 100%;
    padding: var(--_space-5);
  }

  label {
    display: grid;
    gap: var(--_space-2);
    font-size: var(--_font-size-sm);
  }

  .field {
    font-size: var(--_font-size-md);
  }

  .buttons {
    display: flex;
    justify-content: flex-end;
    gap: var(--_space-3);
  }

  .at-end {
    display: grid;
    transform: scaleX(-1);
  }

  .at-end:dir(rtl) {
    transform: none;
  }
`;
