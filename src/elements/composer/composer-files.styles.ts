import {css} from 'lit';

/** Files of a draft, and where they can be dropped. */
export const styles = css`
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    max-block-size: 132px;
    padding: 2px 10px 6px;
    overflow: auto;
  }

  .file {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto;
    align-items: center;
    gap: 6px;
    max-inline-size: min(260px, 100%);
    min-block-size: 36px;
    padding: 2px;
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius-sm);
    background: var(--_color-surface-sunken);
  }

  [data-note] .file {
    border-color: var(--_note-border-color);
    background: var(--_color-note-strong);
  }

  .thumb {
    display: grid;
    place-items: center;
    inline-size: 30px;
    block-size: 30px;
    border-radius: 4px;
    overflow: clip;
    color: var(--_color-text-muted);
  }

  .thumb > * {
    grid-area: 1 / 1;
  }

  .thumb img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    background: var(--_color-surface-active);
  }

  .name {
    display: flex;
    min-inline-size: 0;
    font-size: var(--_font-size-md);
    white-space: pre;
  }

  .size {
    color: var(--_color-text-muted);
    font-size: var(--_font-size-sm);
    font-variant-numeric: tabular-nums;
  }

  .file .icon-button {
    inline-size: var(--_size-target);
    block-size: var(--_size-target);
  }

  .refused {
    display: flex;
    align-items: flex-start;
    gap: 8px;
    padding-block-end: 4px;
    padding-inline: 12px 6px;
    color: var(--_color-danger-text);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
  }

  .refused ul {
    flex: 1;
    min-inline-size: 0;
    max-block-size: 6lh;
    padding-block: 4px;
    overflow: auto;
    overflow-wrap: anywhere;
  }

  .refused .icon-button {
    inline-size: var(--_size-target);
    block-size: var(--_size-target);
  }

  /* Over the conversation, wherever that is: in the top layer, without touching what it covers. */
  .drop {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 8px;
    border: 0;
    background: color-mix(in oklab, var(--_color-surface) 82%, transparent);
    color: var(--_color-accent-text);
    pointer-events: none;
  }

  .drop p {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 12px;
    block-size: 100%;
    padding: 16px;
    border: 2px dashed;
    border-radius: var(--_radius-md);
    background: var(--_color-accent-soft);
    font-size: var(--_font-size-xl);
    font-weight: var(--_font-weight-strong);
    text-align: center;
    text-wrap: balance;
  }

  .drop[data-note] {
    color: var(--_color-note-text);
  }

  .drop[data-note] p {
    border-radius: var(--_note-radius);
    background: var(--_note-background);
  }

  @container composer (inline-size < 27em) {
    .file {
      max-inline-size: 100%;
    }
  }

  @media (forced-colors: active) {
    .thumb .icon {
      color: CanvasText;
    }
  }
`;
