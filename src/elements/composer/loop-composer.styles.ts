import {css} from 'lit';

export const styles = css`
  :host {
    --_composer-max-block-size: var(--loop-composer-max-block-size, 240px);

    inline-size: -moz-available;
    inline-size: -webkit-fill-available;
    inline-size: stretch; /* a container has no width of its own where a page lets it float */
    contain-intrinsic-inline-size: 20em;
    container: composer / inline-size;
  }

  .composer {
    position: relative;
    border: 1px solid var(--_color-line-strong);
    border-radius: var(--_composer-radius);
    background: var(--_composer-background);
    box-shadow: var(--_shadow-1);
  }

  .composer:has(textarea:focus) {
    border-color: var(--_color-control-border);
  }

  .composer[data-note] {
    border: 1px dashed var(--_note-border-color);
    border-inline-start: 3px solid var(--_note-border-color);
    border-radius: var(--_note-radius);
    background: var(--_note-background);
    box-shadow: none;
  }

  .top {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 34px;
    padding: 6px 6px 0;
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
  }

  .tabs {
    display: inline-flex;
    flex: none;
    padding: 2px;
    border-radius: 8px;
    background: var(--_color-surface-active);
  }

  .tabs button,
  .kind {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    min-block-size: var(--_size-target);
    padding-inline: 8px 10px;
    border-radius: var(--_radius-sm);
    color: var(--_color-text-muted);
    font-weight: var(--_font-weight-medium);
    white-space: nowrap;
  }

  .tabs [aria-selected='true'] {
    background: var(--_color-surface-selected);
    box-shadow: var(--_shadow-1), 0 0 0 1px var(--_color-line);
    color: var(--_color-text);
  }

  [data-note] .tabs {
    background: var(--_color-note-strong);
  }

  [data-note] .tabs [aria-selected='true'] {
    background: var(--_color-surface);
    color: var(--_color-note-text);
  }

  [data-note] .kind,
  .only-team {
    color: var(--_color-note-text);
    font-weight: var(--_font-weight-strong);
  }

  .only-team,
  .to,
  .chip,
  .via {
    min-inline-size: 0;
  }

  .to {
    margin-inline: 2px -4px;
    color: var(--_color-text-subtle);
  }

  .chip {
    overflow: hidden;
    min-inline-size: 48px;
    padding-inline: 8px;
    border-radius: var(--_radius-full);
    background: var(--_color-surface-active);
    line-height: calc(24px * var(--_font-scale));
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .via {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    color: var(--_color-text-subtle);
  }

  /* The hidden copy of the text in ::after gives the field its height, without measuring. */
  .grow {
    display: grid;
    grid-template-rows: minmax(0, 1fr);
    min-block-size: var(--_composer-min-block-size);
    max-block-size: var(--_composer-max-block-size);
    overflow: hidden;
    font-size: var(--_message-font-size);
    line-height: var(--_font-line-md);
  }

  .grow::after,
  textarea {
    grid-area: 1 / 1;
    min-inline-size: 0;
    padding: 8px 12px;
    border: 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .grow::after {
    content: attr(data-text);
    visibility: hidden;
  }

  textarea {
    overflow: auto;
    border-radius: var(--_radius-sm);
    background: none;
    font: inherit;
    text-align: start;
    cursor: text;
    resize: none;
  }

  /* Nothing is written yet: what is read there is the inbox's, not the agent's. */
  textarea:placeholder-shown {
    direction: inherit;
    unicode-bidi: normal;
  }

  textarea::placeholder {
    color: var(--_color-text-subtle);
    opacity: 1;
  }

  textarea:disabled {
    color: var(--_color-text-muted);
    cursor: default;
  }

  /* A ring around what one writes in all day would shout: the edge of the panel and the caret show the focus. */
  textarea:focus-visible {
    outline-color: transparent;
  }

  .composer[data-note]:has(textarea:focus) {
    border-color: var(--_color-note-text);
  }

  .denied {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-content: start;
    align-items: start;
    gap: 0 8px;
    min-block-size: var(--_composer-min-block-size);
    padding: 8px 12px;
    color: var(--_color-text-muted);
    overflow-wrap: anywhere;
  }

  .bottom {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 4px 6px 6px;
  }

  .hint {
    color: var(--_color-text-subtle);
    font-size: var(--_font-size-sm);
    white-space: nowrap;
  }

  .hint:first-of-type {
    flex: 1;
    text-align: end;
  }

  .split {
    display: inline-flex;
    gap: 1px;
  }

  .split .button:not(:only-of-type):first-of-type {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  .split .more {
    padding-inline: 8px;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }

  .send-note {
    padding-inline: 12px;
    border-radius: var(--_radius-xs);
    background: var(--_color-note-text);
    box-shadow: none;
    color: var(--_color-surface);
    font-weight: var(--_font-weight-strong);
  }

  @container composer (inline-size < 27em) {
    .only-team {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .to {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .composer[data-note] {
      border: 1px dashed;
      border-inline-start: 6px solid;
    }

    .send-note {
      border-width: 2px;
    }

    .chip {
      border: 1px solid;
    }
  }
`;
