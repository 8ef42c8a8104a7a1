import {css} from 'lit';

/** Where the toasts stand is their host's parent's to say: over the list, where the row went. */
export const styles = css`
  :host {
    display: block;
    pointer-events: none;
  }

  section {
    display: grid;
    gap: var(--_space-3);
    justify-items: stretch;
  }

  .toast {
    display: flex;
    align-items: center;
    gap: 8px;
    padding-block: 10px;
    padding-inline: 12px 6px;
    border-radius: var(--_radius-md);
    background: var(--_color-inverse);
    box-shadow: var(--_shadow-2);
    color: var(--_color-on-inverse);
    pointer-events: auto;
    animation: rise var(--_motion-panel) var(--_motion-ease);
  }

  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 4px;
    }
  }

  p {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .toast > .icon {
    align-self: flex-start;
    margin-block-start: 2px;
  }

  .undo,
  .dismiss {
    display: inline-flex;
    flex: none;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-inline-size: var(--_size-target);
    min-block-size: var(--_size-target);
    border-radius: var(--_radius-xs);
  }

  .undo {
    padding-inline: 4px;
    font-weight: var(--_font-weight-strong);
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .undo:hover {
    text-decoration-thickness: 2px;
  }

  .dismiss:hover {
    background: color-mix(in oklab, var(--_color-inverse) 84%, var(--_color-on-inverse));
  }

  :focus-visible {
    outline-color: currentcolor;
  }

  kbd {
    display: inline-block;
    background: none;
    box-shadow: inset 0 0 0 1px currentcolor;
    color: inherit;
    font-weight: var(--_font-weight-regular);
  }

  @media (forced-colors: active) {
    .toast {
      border: 1px solid;
    }

    kbd {
      border: 1px solid;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .toast {
      animation: none;
    }
  }
`;
