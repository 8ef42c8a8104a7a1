import {css} from 'lit';

/** Popovers, menus, fields, blanks, and what changes under the pointer: after `base`, for all that is not part of a first look. */
export const controls = css`
  :where(hr) {
    margin: var(--_space-2) var(--_space-3);
    border: 0;
    border-block-start: 1px solid var(--_color-line);
  }

  .avatar-lg {
    inline-size: calc(40px * var(--_font-scale));
    block-size: calc(40px * var(--_font-scale));
    font-size: calc(14px * var(--_font-scale));
  }

  .availability {
    display: inline-block;
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--_color-success);
  }

  .availability-busy {
    background: linear-gradient(var(--_color-surface-raised) 0 0) center / 60% 20% no-repeat, var(--_color-danger);
  }

  .availability-offline {
    background: none;
    box-shadow: inset 0 0 0 2px var(--_color-control-border);
  }

  .avatar .availability {
    position: absolute;
    inset-inline-end: -1px;
    inset-block-end: -1px;
    inline-size: 7px;
    block-size: 7px;
    outline: 2px solid var(--_plane, var(--_color-canvas));
    outline-offset: 0;
  }

  .avatar-lg .availability {
    inset-inline-end: 1px;
    inset-block-end: 1px;
    inline-size: 9px;
    block-size: 9px;
  }

  .button,
  .icon-button {
    transition: background var(--_motion-instant);
  }

  .icon-button:hover,
  .icon-button[aria-expanded='true'],
  .icon-button[aria-pressed='true'] {
    background: var(--_color-surface-hover);
    color: var(--_color-text);
  }

  .icon-button:active {
    background: var(--_color-surface-active);
  }

  .button:hover {
    background: var(--_color-surface-hover);
  }

  .button:active {
    background: var(--_color-surface-active);
  }

  .button--primary:hover,
  .button--primary:active {
    background: var(--_color-accent-hover);
  }

  .button:focus-visible,
  .link:focus-visible {
    outline-offset: 1px;
  }

  :is(.button, .icon-button, .link):disabled {
    background: none;
    box-shadow: none;
    color: var(--_color-text-subtle);
  }

  .link:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .field {
    display: block;
    inline-size: 100%;
    min-block-size: calc(12px + var(--_font-line-md));
    padding: 6px 10px;
    border: 1px solid var(--_color-control-border);
    border-radius: var(--_radius-sm);
    background: var(--_color-surface-raised);
    text-align: start;
  }

  .field:focus-visible {
    outline-offset: 0;
  }

  .field::placeholder {
    color: var(--_color-text-subtle);
  }

  .field[aria-invalid='true'] {
    border-color: var(--_color-danger);
  }

  .select {
    display: grid;
    align-items: center;
  }

  .select > * {
    grid-area: 1 / 1;
  }

  .select select {
    padding-inline-end: 28px;
    appearance: none;
  }

  .select .icon {
    justify-self: end;
    margin-inline-end: 10px;
    color: var(--_color-text-subtle);
    pointer-events: none;
  }

  kbd {
    min-inline-size: 16px;
    padding-inline: 4px;
    border-radius: var(--_radius-xs);
    background: var(--_color-surface-sunken);
    box-shadow: inset 0 0 0 1px var(--_color-line);
    color: var(--_color-text-subtle);
    font: inherit;
    font-size: var(--_font-size-xs);
    line-height: var(--_font-line-sm);
    text-align: center;
  }

  .popover {
    --_plane: var(--_color-surface-raised);

    inset: auto;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-md);
    background: var(--_color-surface-raised);
    box-shadow: 0 0 0 1px var(--_color-line-strong), var(--_shadow-2);
    color: inherit;
    max-inline-size: calc(100vi - 16px);
    max-block-size: calc(100vb - 16px);
    overflow: auto;
  }

  .menu {
    min-inline-size: 200px;
    padding: var(--_space-2);
  }

  .menu-item {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    inline-size: 100%;
    min-block-size: calc(12px + var(--_font-line-md));
    padding-inline: var(--_space-3);
    border-radius: var(--_radius-sm);
    color: var(--_color-text);
    text-align: start;
  }

  .menu-item > .icon {
    color: var(--_color-text-muted);
  }

  .menu-item:hover,
  .menu-item:focus-visible {
    background: var(--_color-accent-soft);
  }

  .menu-item:disabled,
  .menu-item[aria-disabled='true'] {
    color: var(--_color-text-subtle);
  }

  .menu-item kbd {
    margin-inline-start: auto;
  }

  .menu-heading {
    padding: var(--_space-2) var(--_space-3);
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
    color: var(--_color-text-subtle);
  }

  .blank {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: var(--_space-2);
    block-size: 100%;
    padding: var(--_space-7) var(--_space-7) 10%;
    color: var(--_color-text-muted);
    text-align: center;
  }

  .blank > .icon {
    margin-block-end: var(--_space-3);
    color: var(--_color-text-subtle);
  }

  .blank-title {
    color: var(--_color-text);
    font-size: var(--_font-size-xl);
    font-weight: var(--_font-weight-strong);
  }

  .blank-big .blank-title {
    font-size: var(--_font-size-2xl);
    line-height: var(--_font-line-lg);
    letter-spacing: -0.015em;
  }

  .blank-text {
    max-inline-size: 34ch;
    text-wrap: balance;
  }

  .blank .button {
    margin-block-start: var(--_space-4);
  }

  .blank-hint {
    margin-block-start: var(--_space-2);
    font-size: var(--_font-size-sm);
    color: var(--_color-text-subtle);
  }

  .icon-18 { --_icon: 18px; }
  .icon-20 { --_icon: 20px; }
  .icon-28 { --_icon: 28px; }

  @media (forced-colors: active) {
    .button {
      border: 1px solid;
    }

    .button--primary,
    .count {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }

    .dot {
      forced-color-adjust: none;
      background: CanvasText;
    }

    .avatar {
      border: 1px solid;
    }

    .bone {
      background: GrayText;
    }

    .field,
    .popover {
      border: 1px solid;
    }

    .icon-button[aria-expanded='true'],
    .icon-button[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .availability {
      forced-color-adjust: none;
      background: CanvasText;
    }

    .availability-offline {
      background: Canvas;
      border: 2px solid CanvasText;
    }
  }
`;
