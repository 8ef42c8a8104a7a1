import {css} from 'lit';

/** What comes with the later part of the shell: edges that can be moved, what lies over it, and its states. */
export const styles = css`
  .close {
    position: absolute;
    z-index: 1;
    display: none;
    inset-block-start: 10px;
    inset-inline-end: 10px;
  }

  .handle {
    position: absolute;
    z-index: 3;
    inset-block: 0;
    inline-size: 9px;
    cursor: col-resize;
    touch-action: none;
  }

  .handle-list {
    inset-inline-end: -5px;
  }

  .handle-contact {
    inset-inline-start: -5px;
  }

  .handle::after {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline: 4px;
    transition: background var(--_motion-instant);
  }

  .handle:is(:hover, :focus-visible)::after {
    background: var(--_color-accent);
  }

  /* Its line says it. */
  .handle:focus-visible {
    outline-color: transparent;
  }

  .bar {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--_space-4);
    padding: var(--_space-3) var(--_space-5);
    border-block-end: 1px solid var(--_color-line);
    background: var(--_color-surface-raised);
  }

  .bar > p {
    flex: 1;
    min-inline-size: 0;
    color: var(--_color-text-muted);
  }

  .bar strong {
    color: var(--_color-text);
  }

  .plain {
    padding: var(--_space-5);
  }

  .shell-quiet :is(.list, .rail, .conversation, .contact) {
    filter: grayscale(1);
  }

  /* Drawn with its bar at the start; ours is at the end. */
  .contact-toggle > .icon:dir(ltr) {
    transform: scaleX(-1);
  }

  @container inbox (inline-size < 80em) {
    .contact {
      position: absolute;
      z-index: 4;
      inset-block: 0;
      inset-inline-end: 0;
      inline-size: min(300px, 100%);
      border-inline-start-color: var(--_color-line-strong);
      background: var(--_color-surface-raised);
      box-shadow: var(--_shadow-3);
      animation: slide var(--_motion-panel) var(--_motion-ease);

      --_panel-background: var(--_color-surface-raised);
    }

    .close {
      display: inline-grid;
    }
  }

  @container inbox (inline-size < 55em) {
    .contact {
      inline-size: 100%;
    }

    .rail {
      box-shadow: var(--_shadow-3);
      translate: -4px 0;
      transition: translate var(--_motion-panel) var(--_motion-ease);
    }

    .shell[data-menu='open'] > .rail {
      visibility: visible;
      translate: 0;
    }

    .handle {
      display: none;
    }

    .shell[data-menu='open'] > .scrim {
      position: absolute;
      z-index: 5;
      display: block;
      inset: 0;
      background: light-dark(oklch(21% 0.02 264 / 28%), oklch(0% 0 0 / 50%));
    }
  }

  @keyframes slide {
    from {
      opacity: 0;
      translate: 4px 0;
    }
  }

  @media (forced-colors: active) {
    .handle:is(:hover, :focus-visible)::after {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
