import {css} from 'lit';

export const styles = css`
  :host {
    display: block;
    padding-block-end: 16px;
    overflow: auto;
    background: var(--_panel-background);
  }

  header {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: calc(var(--_header-block-size) + 28px);
    padding: 8px 16px 0;
  }

  header div {
    flex: 1;
    min-inline-size: 0;
  }

  h2 {
    font-size: var(--_font-size-xl);
    font-weight: var(--_font-weight-strong);
    letter-spacing: -0.01em;
  }

  .time {
    color: var(--_color-text-subtle);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
  }

  .section {
    padding: 8px 16px;
  }

  /* What a shell passes on comes through a slot of its own, which stays empty where the host gives nothing. */
  ::slotted(:not(slot)) {
    display: block;
    padding: 8px 16px;
  }

  /* Text keeps its own direction and is cut at its own end, but stands at the start of its column. */
  h2,
  dd {
    justify-self: start;
    inline-size: fit-content;
    max-inline-size: 100%;
  }

  summary {
    display: flex;
    align-items: center;
    gap: 6px;
    min-block-size: 28px;
    margin-inline-start: -2px;
    border-radius: var(--_radius-sm);
    font-size: var(--_font-size-sm);
    list-style: none;
    user-select: none;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary .icon {
    transition: rotate var(--_motion-instant);
  }

  details:not([open]) summary .icon {
    rotate: -90deg;
  }

  details:not([open]) summary:dir(rtl) .icon {
    rotate: 90deg;
  }

  h3 {
    font-weight: var(--_font-weight-strong);
  }

  .number-of,
  .none,
  dt,
  time {
    color: var(--_color-text-subtle);
  }

  .none,
  dt,
  time {
    font-size: var(--_font-size-sm);
  }

  .none {
    min-block-size: 24px;
  }

  dl div {
    display: grid;
    grid-template-columns: 88px minmax(0, 1fr);
    align-items: baseline;
    align-content: center;
    gap: 8px;
    min-block-size: 24px;
  }

  dd {
    text-align: start;
    user-select: text;
  }

  .value {
    display: flex;
    align-items: center;
    justify-self: stretch;
    inline-size: auto;
  }

  /* In its own direction, and at the edge where its column begins. */
  .value .truncate {
    flex: 0 1 auto;
  }

  .edit {
    inline-size: var(--_size-target);
    block-size: var(--_size-target);
    margin-block: -2px;
    margin-inline-start: auto;
    color: var(--_color-text-subtle);
    opacity: 0;
  }

  div:hover > .value > .edit,
  .edit:focus-visible {
    opacity: 1;
  }

  @media (hover: none), (forced-colors: active) {
    .edit {
      opacity: 1;
    }
  }

  .editing {
    justify-self: stretch;
    inline-size: auto;
    padding-block: 2px;
  }

  .editing form {
    display: grid;
    gap: 6px;
  }

  .editing .field {
    inline-size: 100%;
  }

  .buttons {
    display: flex;
    gap: 6px;
  }

  .problem {
    color: var(--_color-danger-text);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
    overflow-wrap: anywhere;
  }

  /* A link fills the height of its line: the target is 24 high. */
  dd a {
    padding-block: 2px;
  }

  dd a:hover,
  a.line:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  time {
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    summary,
    summary > * {
      color: CanvasText;
    }
  }
`;
