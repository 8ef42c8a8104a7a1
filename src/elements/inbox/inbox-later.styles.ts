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

  .handle-menu {
    inset-inline-start: -5px;
  }

  .list-toggle {
    display: none;
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

  @container inbox (inline-size < 95em) {
    .handle-menu {
      display: none;
    }
  }

  @container inbox (inline-size >= 55em) {
    .list-toggle {
      display: inline-grid;
    }
  }

  @container inbox (inline-size < 80em) {
    .contact {
      inline-size: 264px;
    }

    .close {
      display: inline-grid;
    }
  }

  /* The list goes when the agent says so, and makes room for the contact details where there is little: the conversation is what one needs beside them. */
  @container inbox (inline-size >= 55em) {
    .shell[data-no-list][data-pane='conversation'] {
      --_list-width: 0px;
    }

    .shell[data-no-list][data-pane='conversation'] > .list {
      position: static;
      border: 0;
    }

    .shell[data-no-list][data-pane='conversation'] > .list > :is(loop-list, .handle) {
      display: none;
    }

    /* What is told of a row still is. */
    .shell[data-no-list][data-pane='conversation'] .toasts {
      inset-inline: auto var(--_space-4);
      inline-size: min(320px, calc(100% - 2 * var(--_space-4)));
    }
  }

  @container inbox (55em <= inline-size < 80em) {
    .shell[data-contact='shown'] {
      grid-template-columns: 48px 0 minmax(0, 1fr) auto;
    }

    .shell[data-contact='shown'] > .list {
      position: static;
      border: 0;
    }

    .shell[data-contact='shown'] > .list > :is(loop-list, .handle),
    .shell[data-contact='shown'] .list-toggle {
      display: none;
    }

    .shell[data-contact='shown'] .toasts {
      inset-inline: auto var(--_space-4);
      inline-size: min(320px, calc(100% - 2 * var(--_space-4)));
    }
  }

  @container inbox (inline-size >= 95em) {
    .shell[data-no-menu] {
      grid-template-columns: 48px var(--_list-width) minmax(0, 1fr) auto;
    }
  }

  .list-toggle > .icon:dir(rtl) {
    transform: scaleX(-1);
  }

  @container inbox (inline-size < 55em) {
    .contact {
      position: absolute;
      z-index: 4;
      inset: 0;
      inline-size: 100%;
      background: var(--_color-surface-raised);
      animation: slide var(--_motion-panel) var(--_motion-ease);

      --_panel-background: var(--_color-surface-raised);
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
