import {css} from 'lit';

/** A native dialog in the middle of the page: plane, edge, backdrop, its coming. After `base`; each dialog gives its own size. */
export const dialog = css`
  :host {
    display: contents;
  }

  dialog {
    --_plane: var(--_color-surface-raised);

    margin: auto;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-lg);
    overflow: hidden;
    background: var(--_color-surface-raised);
    box-shadow: 0 0 0 1px var(--_color-line-strong), var(--_shadow-3);
    color: var(--_color-text);
  }

  dialog[open] {
    display: grid;
    animation: rise var(--_motion-panel) var(--_motion-ease);
  }

  dialog::backdrop {
    background: light-dark(oklch(21% 0.02 264 / 0.28), oklch(0% 0 0 / 0.5));
  }

  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 4px;
    }
  }

  @media (forced-colors: active) {
    dialog {
      border: 1px solid CanvasText;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    dialog[open] {
      animation: none;
    }
  }
`;
