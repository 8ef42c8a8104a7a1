import {css} from 'lit';

export const styles = css`
  :host {
    display: inline-block;
  }

  .button {
    inline-size: 100%;
    block-size: 100%;
  }

  .button:disabled {
    box-shadow: inset 0 0 0 1px var(--_color-line);
  }
`;
