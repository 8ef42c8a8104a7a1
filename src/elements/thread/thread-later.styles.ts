import {css} from 'lit';

/** What comes with the later part of a thread: words of activities, and of the line below the messages. */
export const styles = css`
  .message-menu {
    max-inline-size: min(300px, calc(100vi - 16px));
  }

  .item-words {
    display: grid;
    padding-block: 4px;
  }

  .denial {
    color: var(--_color-text-muted);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
  }

  .message-question {
    inline-size: min(320px, calc(100vi - 16px));
    padding: var(--_space-5);
  }

  .question {
    margin-block-end: 4px;
    font-size: var(--_font-size-xl);
    font-weight: var(--_font-weight-strong);
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    margin-block-start: var(--_space-5);
  }

  .answers .remove {
    background: var(--_color-danger);
    box-shadow: none;
    color: var(--_color-on-accent);
  }

  .activity > .icon {
    justify-self: center;
    color: var(--_color-text-subtle);
  }

  .activity > p {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .activity time {
    padding-inline-start: 2px;
    color: var(--_color-text-subtle);
    white-space: nowrap;
  }

  .strip p {
    display: flex;
    align-items: center;
    gap: 6px;
    flex: 1 1 0;
  }

  .strip .viewing {
    justify-content: flex-end;
    color: var(--_color-text-subtle);
  }

  .strip .icon {
    color: var(--_color-text-subtle);
  }

  .offline strong {
    color: var(--_color-text);
  }

  .dots {
    flex: none;
    inline-size: 18px;
    block-size: 4px;
    background: radial-gradient(circle, currentcolor 2px, transparent 2.5px) 0 0 / 6px 4px;
    animation: breathe 1.4s ease-in-out infinite;
  }

  @keyframes breathe {
    50% {
      opacity: 0.4;
    }
  }

  .pill {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 6px;
    block-size: calc(24px * var(--_font-scale));
    padding-inline: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius-full);
    background: var(--_color-accent);
    color: var(--_color-on-accent);
    font-weight: var(--_font-weight-strong);
    white-space: nowrap;
  }

  .pill .icon {
    color: inherit;
  }

  .pill:hover {
    background: var(--_color-accent-hover);
  }

  .pill:focus-visible {
    outline-offset: 1px;
  }

  @media (prefers-reduced-motion: reduce) {
    .dots {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .pill {
      border: 1px solid;
    }

    /* A colour set on a drawing itself is not forced. */
    .activity > .icon,
    .strip p > .icon {
      color: CanvasText;
    }
  }
`;
