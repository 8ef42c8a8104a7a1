import {css} from 'lit';

export const styles = css`
  :host {
    display: grid;
    grid-template-columns: calc(var(--_size-avatar) * var(--_font-scale)) minmax(0, 1fr);
    column-gap: var(--_space-3);
    padding-block-start: var(--_message-gap-grouped);
    border-radius: var(--_radius-sm);
    /* What a sender wrote never paints over what is not theirs. */
    contain: paint;
  }

  :host([place='alone']),
  :host([place='first']) {
    padding-block-start: var(--_message-gap);
  }

  /* Focus on the whole message stands round what was said, inside the thread's edge. */
  :host(:focus-visible) {
    outline: 2px solid var(--_color-focus);
    outline-offset: -2px;
  }

  .avatar {
    grid-column: 1;
    margin-block-start: 2px;
  }

  .column {
    grid-column: 2;
    display: grid;
    justify-items: start;
    gap: var(--_space-2);
    min-inline-size: 0;
  }

  :host([kind='reply']) .column {
    grid-column: 1 / -1;
    justify-items: end;
  }

  .column:has(> .mail) {
    grid-column: 1 / -1;
    justify-items: stretch;
  }

  :host([kind='note']) > .delivery {
    grid-column: 1 / -1;
    justify-self: end;
    margin-block-start: var(--_space-2);
  }

  .head {
    display: flex;
    align-items: baseline;
    gap: var(--_space-3);
    padding-inline: 2px;
  }

  .author,
  .label {
    font-weight: var(--_font-weight-strong);
  }

  time,
  .address,
  .aside {
    font-size: var(--_font-size-sm);
    color: var(--_color-text-subtle);
  }

  .bubble {
    max-inline-size: min(60ch, 86%);
    padding: var(--_bubble-padding-block) var(--_bubble-padding-inline);
    border-radius: var(--_bubble-radius);
    background: var(--_bubble-background-incoming);
    font-size: var(--_message-font-size);
    line-height: var(--_font-line-md);
    /* The corner at the speaker, and between what one says in a row, is small. */
    border-start-start-radius: 4px;
  }

  :host(:is([place='first'], [place='middle'])) .bubble {
    border-end-start-radius: 4px;
  }

  :host([kind='reply']) .bubble {
    background: var(--_bubble-background-reply);
    border-start-start-radius: var(--_bubble-radius);
    border-start-end-radius: 4px;
  }

  :host([kind='reply']:is([place='first'], [place='middle'])) .bubble {
    border-end-start-radius: var(--_bubble-radius);
    border-end-end-radius: 4px;
  }

  .note {
    grid-column: 1 / -1;
    padding: var(--_bubble-padding-block) var(--_bubble-padding-inline);
    border: 1px dashed var(--_note-border-color);
    border-inline-start: 3px solid var(--_note-border-color);
    border-radius: var(--_note-radius);
    background: var(--_note-background);
    font-size: var(--_message-font-size);
    line-height: var(--_font-line-md);
  }

  .note-head {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    margin-block-end: 2px;
    padding-inline-end: 20px;
    font-size: var(--_font-size-md);
  }

  .note-head .icon,
  .label {
    color: var(--_color-note-text);
  }

  .note-head time {
    margin-inline-start: auto;
  }

  .note .aside,
  .note time {
    color: var(--_color-text-muted);
  }

  .mail {
    border: 1px solid var(--_color-line-strong);
    border-radius: var(--_radius-md);
    background: var(--_color-surface-raised);
    overflow: clip;
  }

  .mail-head {
    display: flex;
    align-items: flex-start;
    gap: var(--_space-3);
    padding-block: var(--_space-3);
    padding-inline: var(--_space-4) 40px;
  }

  .mail-head .from {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: 6px;
    align-items: baseline;
    flex: 1;
    min-inline-size: 0;
  }

  .mail-head .from .truncate {
    grid-column: 1 / -1;
  }

  .from .address {
    overflow-wrap: anywhere;
  }

  .mail-body {
    padding-block: var(--_space-4);
    padding-inline: calc(var(--_space-4) + var(--_size-avatar) * var(--_font-scale) + var(--_space-3)) var(--_space-5);
    font-size: var(--_message-font-size);
    line-height: var(--_font-line-md);
  }

  .text {
    overflow-wrap: anywhere;
    text-align: start;
    unicode-bidi: plaintext;
    white-space: pre-wrap;
  }

  .deleted {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--_color-text-subtle);
    font-style: italic;
  }

  .files {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: var(--_space-3);
  }

  :not(.answered) + .files,
  .text + .files {
    margin-block-start: var(--_space-3);
  }

  .picture {
    display: grid;
    place-items: center;
    max-inline-size: 100%;
    border-radius: var(--_radius-sm);
    background: var(--_color-surface-active);
    color: var(--_color-text-subtle);
    overflow: clip;
  }

  .file {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-3);
    max-inline-size: 100%;
    min-block-size: 36px;
    padding-inline: var(--_space-4);
    border-radius: var(--_radius-sm);
    background: var(--_color-surface-raised);
    box-shadow: inset 0 0 0 1px var(--_color-line-strong);
    color: var(--_color-text);
    font-size: var(--_font-size-md);
    text-decoration: none;
  }

  .delivery {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 0 var(--_space-4);
    min-block-size: 20px;
    padding-inline: 2px;
    color: var(--_color-text-subtle);
    font-size: var(--_font-size-sm);
  }
`;
