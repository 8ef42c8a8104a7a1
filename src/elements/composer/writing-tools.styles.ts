import {css} from 'lit';

/** Suggestions, the bar above the bottom line, and the buttons in it. */
export const styles = css`
  .tools {
    display: flex;
    flex: none;
    gap: 2px;
  }

  .suggestions {
    inline-size: min(380px, calc(100vi - 16px));
    max-block-size: min(320px, 50vb);
    padding: var(--_space-2);
    font-size: var(--_font-size-md);
    line-height: var(--_font-line-md);
  }

  .suggestions[data-sign='@'],
  .suggestions[data-sign=':'] {
    inline-size: min(280px, calc(100vi - 16px));
  }

  .suggestions-head {
    display: flex;
    justify-content: space-between;
    gap: 8px;
    padding: 4px 8px;
    color: var(--_color-text-muted);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
  }

  .suggestion {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: calc(12px + var(--_font-line-md));
    padding: 4px 8px;
    border-radius: var(--_radius-sm);
    cursor: default;
  }

  .suggestion:hover {
    background: var(--_color-surface-hover);
  }

  .suggestion[aria-selected='true'] {
    background: var(--_color-accent-soft);
  }

  .suggestion[aria-disabled] {
    color: var(--_color-text-subtle);
  }

  .suggestion > .icon {
    color: var(--_color-text-muted);
  }

  .shortcut {
    flex: none;
    inline-size: 9em;
    color: var(--_color-text-muted);
    font-family: var(--_font-mono);
    font-size: var(--_font-size-sm);
  }

  .two-lines {
    display: grid;
    min-inline-size: 0;
  }

  .strong {
    font-weight: var(--_font-weight-medium);
  }

  .detail {
    color: var(--_color-text-muted);
    font-size: var(--_font-size-sm);
  }

  .suggestion > .detail {
    flex: 1;
    text-align: end;
  }

  .suggestion > .emoji {
    font-size: calc(18px * var(--_font-scale));
  }

  .emoji-picker {
    padding: var(--_space-3);
    overflow: clip;
  }

  .emoji-top {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_space-2);
  }

  .emoji-top .field {
    block-size: calc(12px + var(--_font-line-md));
    padding-block: 0;
  }

  .emoji-top .skin-tone {
    padding-inline-start: 8px;
    font-size: calc(16px * var(--_font-scale));
  }

  .emoji-grid {
    --_cell: calc(36px * var(--_font-scale));

    inline-size: calc(8 * var(--_cell) + 16px);
    block-size: min(264px, 40vb);
    margin-block-start: var(--_space-2);
    overflow: hidden auto;
    scrollbar-gutter: stable;
  }

  .emoji-grid [role='rowgroup'] {
    content-visibility: auto;
    contain-intrinsic-size: auto calc(20 * var(--_cell));
  }

  .emoji-head {
    position: sticky;
    inset-block-start: 0;
    padding: 6px 4px;
    background: var(--_color-surface-raised);
    color: var(--_color-text-muted);
    font-size: var(--_font-size-sm);
    font-weight: var(--_font-weight-strong);
    line-height: var(--_font-line-sm);
  }

  .emoji-row {
    display: flex;
  }

  .emoji-row > * {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: var(--_cell);
    block-size: var(--_cell);
    border-radius: var(--_radius-sm);
    font-size: calc(20px * var(--_font-scale));
    line-height: 1;
    cursor: default;
    user-select: none;
  }

  .emoji-row > :hover {
    background: var(--_color-surface-hover);
  }

  .emoji-row > [aria-selected='true'] {
    outline: 2px solid var(--_color-focus);
    outline-offset: -2px;
    background: var(--_color-accent-soft);
  }

  .emoji-none {
    display: grid;
    place-items: center;
    inline-size: calc(8 * 36px * var(--_font-scale) + 16px);
    max-inline-size: 100%;
    block-size: min(264px, 40vb);
    color: var(--_color-text-muted);
  }

  .recipients {
    display: flex;
    flex: 0 1 auto;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
  }

  .recipients .to {
    margin-inline: 2px;
  }

  .recipients .count-chip {
    flex: none;
    min-inline-size: 0;
    color: var(--_color-text-muted);
  }

  .when-narrow {
    display: none;
  }

  .recipients-end {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 4px;
    margin-inline-start: auto;
  }

  .recipients-end [aria-expanded='true'] .icon {
    transform: scaleY(-1);
  }

  .envelope {
    margin-inline: 6px;
    font-size: var(--_font-size-md);
  }

  .envelope-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 6px;
    min-block-size: 32px;
    padding: 3px 6px;
    border-block-end: 1px solid var(--_color-line);
  }

  .line-name {
    flex: none;
    min-inline-size: 4.5em;
    color: var(--_color-text-subtle);
    font-size: var(--_font-size-sm);
  }

  .envelope-field {
    flex: 1;
    min-inline-size: 8em;
    min-block-size: 26px;
    padding: 2px 4px;
    border: 0;
    background: none;
    text-align: start;
  }

  .envelope-field:focus-visible {
    outline-color: transparent;
  }

  .envelope-line:has(.envelope-field:focus-visible) {
    outline: 2px solid var(--_color-focus);
    outline-offset: -1px;
    border-radius: var(--_radius-xs);
  }

  .removable {
    display: inline-flex;
    align-items: center;
    padding-inline-end: 2px;
    font-size: var(--_font-size-sm);
  }

  .removable bdi {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .removable .icon-button {
    inline-size: var(--_size-target);
    block-size: var(--_size-target);
  }

  .envelope-wrong {
    padding: 2px 6px 4px;
    color: var(--_color-danger-text);
    font-size: var(--_font-size-sm);
    overflow-wrap: anywhere;
  }

  .quoted {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 4px 6px 0;
    padding-inline: 8px 4px;
    border-inline-start: 3px solid var(--_color-line-strong);
    border-radius: var(--_radius-xs);
    background: var(--_color-surface-sunken);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
  }

  [data-note] .quoted {
    border-inline-start-color: var(--_note-border-color);
    background: var(--_color-note-strong);
  }

  .quote-words {
    display: flex;
    flex: 1;
    gap: 8px;
    align-items: center;
    min-inline-size: 0;
    min-block-size: 28px;
    color: var(--_color-text-muted);
  }

  .quote-who {
    flex: none;
    max-inline-size: 50%;
    overflow: hidden;
    color: var(--_color-text);
    font-weight: var(--_font-weight-medium);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .grow:has(.gap-marks) {
    position: relative;
  }

  /* The same words in the same place, unseen: only the marks behind the gaps are. */
  .gap-marks {
    grid-area: 1 / 1;
    min-inline-size: 0;
    overflow: auto;
    padding: 8px 12px;
    color: transparent;
    scrollbar-color: transparent transparent;
    text-align: start;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    pointer-events: none;
    user-select: none;
  }

  .gap-marks + textarea {
    position: relative;
  }

  .gap-marks mark {
    border-radius: var(--_radius-xs);
    outline: 1px dashed var(--_color-accent-text);
    background: var(--_color-accent-soft-strong);
    color: transparent;
  }

  .signature {
    display: -webkit-box;
    overflow: hidden;
    margin: 0 12px 8px;
    padding-inline-start: 8px;
    border-inline-start: 2px solid var(--_color-line-strong);
    color: var(--_color-text-subtle);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
    overflow-wrap: anywhere;
    white-space: pre-line;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    margin: 0 6px 4px;
    padding-block: 4px;
    padding-inline: 8px 6px;
    border-radius: var(--_radius-sm);
    background: var(--_color-surface-sunken);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
  }

  [data-note] .bar {
    background: var(--_color-note-strong);
  }

  .bar p {
    flex: 1 1 60%;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .bar-actions {
    display: inline-flex;
    gap: 12px;
    margin-inline-start: auto;
  }

  @container composer (inline-size < 40em) {
    .recipients > :not(.to:first-child, .to:first-child + .chip, .when-narrow) {
      display: none;
    }

    .when-narrow {
      display: inline;
    }
  }

  @container composer (inline-size < 27em) {
    .hint:not([data-elsewhere], #count) {
      visibility: hidden;
    }

    .recipients + .recipients-end .reply-all {
      display: none;
    }

    .shortcut {
      inline-size: 7em;
    }
  }

  @media (forced-colors: active) {
    .suggestion[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .bar {
      border: 1px solid;
    }

    .gap-marks {
      forced-color-adjust: none;
    }

    .gap-marks mark {
      outline: 1px dashed CanvasText;
      background: none;
    }

    /* The plane that engines put behind forced text would hide the marks. */
    .gap-marks + textarea {
      outline-color: Highlight;
      color: FieldText;
      forced-color-adjust: none;
    }

    .gap-marks + textarea:not(:focus-visible) {
      outline-style: none;
    }
  }
`;
