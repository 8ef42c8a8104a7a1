import {css} from 'lit';

/** What comes with the later part of a conversation: its header's buttons and facts, and its states. */
export const styles = css`
  .assignee {
    max-inline-size: 12em;
    color: var(--_color-text-muted);
  }

  .escalated {
    color: var(--_color-danger-text);
    font-weight: var(--_font-weight-strong);
  }

  .sentiment-negative .icon {
    color: var(--_color-danger-text);
  }

  .sentiment-positive .icon {
    color: var(--_color-success-text);
  }

  .add-tag {
    inline-size: var(--_size-target);
    block-size: var(--_size-target);
    margin-block: -2px;
    margin-inline-start: -6px;
  }

  [aria-disabled='true'] {
    color: var(--_color-text-subtle);
  }

  .icon-button[aria-disabled='true']:is(:hover, :active) {
    background: none;
  }

  .state {
    grid-row: 1 / -1;
    min-block-size: 240px;
  }

  @container loop-conversation (max-width: 48em) {
    .assignee-name {
      display: none;
    }
  }

  @container loop-conversation (max-width: 42em) {
    .roomy,
    .add-tag,
    loop-ticket-button::part(button) {
      display: none;
    }

    /* Out of the row; its dialog is opened by the menu. */
    loop-ticket-button {
      position: absolute;
    }
  }

  @media (forced-colors: active) {
    /* A colour set on a drawing itself is not forced. */
    .facts .icon {
      color: CanvasText;
    }
  }
`;
