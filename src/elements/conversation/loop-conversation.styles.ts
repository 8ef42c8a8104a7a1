import {css} from 'lit';

export const styles = css`
  :host {
    --_thread-edge: 20px;

    min-block-size: 0;
    block-size: 100%;
    background: var(--_color-surface);
    inline-size: -moz-available;
    inline-size: -webkit-fill-available;
    inline-size: stretch; /* a container has no width of its own where a page lets it float */
    contain-intrinsic-inline-size: 20em;
    container: loop-conversation / inline-size;
  }

  /* Not the host itself: a page may give that a display of its own. */
  .window {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    grid-template-columns: minmax(0, 1fr);
    block-size: 100%;
  }

  header {
    border-block-end: 1px solid var(--_color-line);
    padding-block-end: var(--_space-3);
  }

  .line {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    padding-inline: 20px 12px;
  }

  .line:first-child {
    block-size: var(--_header-block-size);
  }

  .second {
    gap: var(--_space-4);
    min-block-size: 20px;
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-md);
  }

  .subject {
    flex: 1;
    font-size: var(--_font-size-xl);
    font-weight: var(--_font-weight-strong);
    letter-spacing: -0.01em;
    text-align: start;
  }

  .actions {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--_space-2);
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    min-inline-size: 0;
    /* One line high: what does not fit whole wraps out of sight and is in the details. */
    block-size: var(--_font-line-md);
    overflow: clip;
    color: var(--_color-text-muted);
  }

  .fact {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    max-inline-size: 100%;
    block-size: var(--_font-line-md);
    white-space: nowrap;
  }

  .contact {
    display: block;
    margin-block: 0;
    padding-block: 0;
    color: var(--_color-text);
    font-weight: var(--_font-weight-medium);
  }

  loop-thread {
    min-block-size: 0;
  }

  /* As much room as the thread's scrollbar takes. */
  .below {
    overflow: hidden;
    scrollbar-gutter: stable;
    scrollbar-width: thin;
  }

  .composer {
    inline-size: 100%;
    max-inline-size: calc(760px + 2 * var(--_thread-edge));
    margin-inline: auto;
    padding: 0 var(--_thread-edge) var(--_space-4);
  }

  .bones {
    grid-row: 1 / -1;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    min-block-size: 0;
  }

  .bones .head {
    display: grid;
    align-content: space-between;
    block-size: calc(var(--_header-block-size) + 28px);
    padding: 18px 20px 10px;
    border-block-end: 1px solid var(--_color-line);
  }

  .bones .body {
    display: grid;
    align-content: start;
    gap: var(--_space-3);
    inline-size: 100%;
    max-inline-size: 800px;
    margin-inline: auto;
    padding: 20px;
    overflow: clip;
  }

  .bone {
    background: var(--_color-surface-hover);
  }

  .bone.title { inline-size: 40%; block-size: 12px; }
  .bone.line { inline-size: 55%; padding: 0; }
  .bone.in { inline-size: 56%; block-size: 44px; border-radius: var(--_radius-md); }
  .bone.out { inline-size: 48%; block-size: 36px; border-radius: var(--_radius-md); justify-self: end; }
  .bone.panel {
    inline-size: calc(100% - 40px);
    max-inline-size: 760px;
    block-size: 128px;
    margin: 32px auto var(--_space-4);
    border-radius: var(--_radius-md);
  }

  @container loop-conversation (max-width: 40em) {
    loop-thread,
    .composer {
      --_thread-edge: 12px;
    }

    .line {
      padding-inline: 12px 8px;
    }

    .composer {
      padding-block-end: var(--_space-3);
    }
  }

  @container loop-conversation (max-width: 28em) {
    .channel-name {
      display: none;
    }
  }
`;
