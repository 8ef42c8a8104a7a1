import {css} from 'lit';

/* Widths in em of the host: at 13 px they are 1235, 1040 and 715 px, and larger text gets the narrower layout by itself. */
export const styles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 20em;
    overflow: hidden;
    background: var(--_color-surface);
    inline-size: -moz-available;
    inline-size: -webkit-fill-available;
    inline-size: stretch; /* a container has no width of its own where a page lets it float */
    contain-intrinsic-inline-size: 20em;
    container: inbox / inline-size;
    isolation: isolate;
  }

  .shell {
    position: relative;
    display: grid;
    flex: 1;
    block-size: 100%; /* where a page gives us a display of its own */
    grid-template: minmax(0, 1fr) / var(--_menu-size, var(--_rail-inline-size)) var(--_list-width) minmax(0, 1fr) auto;
    min-block-size: 0;

    --_list-width: clamp(220px, var(--_list-size, var(--_list-inline-size)), 40cqi);
  }

  .shell > * {
    min-inline-size: 0;
    min-block-size: 0;
  }

  .rail,
  .list {
    border-inline-end: 1px solid var(--_color-line);
  }

  .rail {
    background: var(--_rail-background);
  }

  .list {
    position: relative;
    background: var(--_list-background);
  }

  .toasts {
    position: absolute;
    z-index: 2;
    inset-block-end: var(--_space-4);
    inset-inline: var(--_space-4);
  }

  .conversation {
    display: block;
  }

  .conversation > loop-conversation {
    block-size: 100%;
  }

  .contact {
    position: relative;
    inline-size: clamp(220px, var(--_contact-size, var(--_panel-inline-size)), 40cqi);
    border-inline-start: 1px solid var(--_color-line);
    background: var(--_panel-background);
    overflow: hidden auto;
  }

  .narrow,
  .scrim {
    display: none;
  }

  @container inbox (inline-size < 95em) {
    .shell {
      grid-template-columns: 48px var(--_list-width) minmax(0, 1fr) auto;

      --_list-width: clamp(220px, var(--_list-size, min(320px, var(--_list-inline-size))), 40cqi);
    }

    .contact {
      inline-size: clamp(220px, var(--_contact-size, min(264px, var(--_panel-inline-size))), 40cqi);
    }
  }

  @container inbox (inline-size < 80em) {
    .shell {
      grid-template-columns: 48px var(--_list-width) minmax(0, 1fr);

      --_list-width: clamp(200px, var(--_list-size, min(292px, var(--_list-inline-size))), 45cqi);
    }
  }

  @container inbox (inline-size < 55em) {
    .shell {
      grid-template-columns: minmax(0, 1fr);
    }

    .narrow {
      display: inline-grid;
      margin-inline-start: calc(-1 * var(--_space-3));
    }

    .list {
      border: 0;
    }

    .shell[data-pane='list'] > .conversation,
    .shell[data-pane='conversation'] > .list {
      display: none;
    }

    .rail {
      position: absolute;
      z-index: 6;
      inset-block: 0;
      inset-inline-start: 0;
      inline-size: min(240px, 85%);
      visibility: hidden;
    }
  }
`;
