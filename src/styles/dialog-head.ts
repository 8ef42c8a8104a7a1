import {css} from 'lit';

/** A dialog with a head (title at the start, what closes it at the end). After `dialog`. */
export const dialogHead = css`
  dialog {
    inline-size: min(520px, 100vi - 32px);
    max-block-size: calc(100vb - 32px);
  }

  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding-block: 16px 8px;
    padding-inline: 24px 16px;
  }

  h2 {
    font-size: var(--_font-size-2xl);
    font-weight: var(--_font-weight-strong);
    line-height: var(--_font-line-lg);
    letter-spacing: -0.015em;
  }
`;
