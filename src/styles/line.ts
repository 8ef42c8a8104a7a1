import {css} from 'lit';

/** One thing that leads somewhere, on a line of its own in a panel: icon, name, and what belongs at the end. After `base`. */
export const line = css`
  .line {
    display: flex;
    align-items: center;
    gap: 8px;
    inline-size: calc(100% + 12px);
    min-block-size: 28px;
    margin-inline: -6px;
    padding-inline: 6px;
    border-radius: var(--_radius-sm);
    color: var(--_color-text);
    text-align: start;
  }

  button.line:hover,
  a.line:hover {
    background: var(--_color-surface-hover);
  }

  .line .icon {
    color: var(--_color-text-subtle);
  }

  .line > :last-child:not(:first-child) {
    margin-inline-start: auto;
  }
`;
