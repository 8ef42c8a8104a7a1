import {css} from 'lit';

/** What every shadow root starts from: resets of our own content, controls, focus, and a few words that many templates share. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  :where(h1, h2, h3, h4, p, ul, ol, dl, dd, figure, fieldset) {
    margin: 0;
    padding: 0;
    border: 0;
    font: inherit;
  }

  :where(ul, ol) {
    list-style: none;
  }

  :where(button, input, textarea, select) {
    margin: 0;
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
  }

  :where(button) {
    padding: 0;
    border: 0;
    background: none;
    text-align: inherit;
    user-select: none;
  }

  :where(a) {
    color: var(--_color-accent-text);
    text-decoration: none;
  }

  :where(b, strong) {
    font-weight: var(--_font-weight-strong);
  }

  :where(hr) {
    margin: var(--_space-2) var(--_space-3);
    border: 0;
    border-block-start: 1px solid var(--_color-line);
  }

  time,
  .number {
    font-variant-numeric: tabular-nums;
  }

  :focus-visible {
    outline: 2px solid var(--_color-focus);
    outline-offset: -2px;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .truncate {
    min-inline-size: 0;
    /* Room for Arabic descenders, which overflow would cut. */
    padding-block: 3px;
    margin-block: -3px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .icon {
    --_icon: var(--_size-icon);

    display: block;
    flex: none;
    inline-size: calc(var(--_icon) * var(--_font-scale));
    block-size: calc(var(--_icon) * var(--_font-scale));
    fill: currentcolor;
  }

  .icon-10 { --_icon: 10px; }
  .icon-12 { --_icon: 12px; }
  .icon-14 { --_icon: 14px; }
  .icon-18 { --_icon: 18px; }
  .icon-20 { --_icon: 20px; }
  .icon-28 { --_icon: 28px; }

  .icon-mirror:dir(rtl) {
    transform: scaleX(-1);
  }

  .avatar {
    display: inline-grid;
    flex: none;
    place-items: center;
    inline-size: calc(var(--_size-avatar) * var(--_font-scale));
    block-size: calc(var(--_size-avatar) * var(--_font-scale));
    border-radius: 50%;
    background: var(--_color-surface-active);
    color: var(--_color-text-muted);
    font-size: calc(10px * var(--_font-scale));
    font-weight: var(--_font-weight-strong);
    line-height: 1;
    letter-spacing: 0.02em;
    position: relative;
    user-select: none;
  }

  .avatar[data-initials]::before {
    content: attr(data-initials) / '';
  }

  .avatar-sm {
    inline-size: calc(var(--_size-avatar-sm) * var(--_font-scale));
    block-size: calc(var(--_size-avatar-sm) * var(--_font-scale));
    font-size: calc(8.5px * var(--_font-scale));
    letter-spacing: 0;
  }

  .avatar-lg {
    inline-size: calc(40px * var(--_font-scale));
    block-size: calc(40px * var(--_font-scale));
    font-size: calc(14px * var(--_font-scale));
  }

  .avatar-mine {
    background: var(--_color-accent-soft-strong);
    color: var(--_color-accent-text);
  }

  .avatar-empty {
    background: none;
    color: var(--_color-text-subtle);
    box-shadow: inset 0 0 0 1px var(--_color-control-border);
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

  .tag,
  .sentiment {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    font-size: var(--_font-size-sm);
    line-height: var(--_font-line-sm);
    color: var(--_color-text-muted);
    white-space: nowrap;
  }

  .dot {
    flex: none;
    inline-size: 6px;
    block-size: 6px;
    border-radius: 50%;
    background: var(--_color-text-subtle);
  }

  .dot-1 { background: var(--_color-tag-1); }
  .dot-2 { background: var(--_color-tag-2); }
  .dot-3 { background: var(--_color-tag-3); }
  .dot-4 { background: var(--_color-tag-4); }
  .dot-5 { background: var(--_color-tag-5); }
  .dot-6 { background: var(--_color-tag-6); }

  .count {
    min-inline-size: 1.64em;
    padding-inline: 0.45em;
    border-radius: 1em;
    background: var(--_color-accent);
    color: var(--_color-on-accent);
    font-size: var(--_font-size-xs);
    line-height: 1.64;
    font-weight: var(--_font-weight-strong);
    font-variant-numeric: tabular-nums;
    text-align: center;
  }

  .icon-button {
    display: inline-grid;
    flex: none;
    place-items: center;
    min-inline-size: var(--_size-target);
    min-block-size: var(--_size-target);
    inline-size: var(--_size-control);
    block-size: var(--_size-control);
    border-radius: var(--_radius-sm);
    color: var(--_color-text-muted);
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

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-block-size: max(var(--_size-control), var(--_size-target));
    padding-inline: 10px;
    border-radius: var(--_radius-sm);
    background: var(--_color-surface-raised);
    box-shadow: inset 0 0 0 1px var(--_color-line-strong), var(--_shadow-1);
    font-weight: var(--_font-weight-medium);
    white-space: nowrap;
    transition: background var(--_motion-instant);
  }

  .button:hover {
    background: var(--_color-surface-hover);
  }

  .button:active {
    background: var(--_color-surface-active);
  }

  .button--ghost {
    padding-inline: 8px;
    background: none;
    box-shadow: none;
    color: var(--_color-text-muted);
  }

  .button--primary {
    padding-inline: 12px;
    background: var(--_color-accent);
    box-shadow: none;
    color: var(--_color-on-accent);
    font-weight: var(--_font-weight-strong);
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

  .link {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-inline-size: var(--_size-target);
    min-block-size: var(--_size-target);
    border-radius: var(--_radius-xs);
    color: var(--_color-accent-text);
    font-weight: var(--_font-weight-medium);
    white-space: nowrap;
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

  .bone {
    display: block;
    inline-size: 100%;
    block-size: 8px;
    border-radius: 4px;
    background: var(--_color-surface-active);
  }

  @media (forced-colors: active) {
    .button,
    .field,
    .popover {
      border: 1px solid;
    }

    .button--primary,
    .count {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }

    .icon-button[aria-expanded='true'],
    .icon-button[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .dot,
    .availability {
      forced-color-adjust: none;
      background: CanvasText;
    }

    .availability-offline {
      background: Canvas;
      border: 2px solid CanvasText;
    }

    .avatar {
      border: 1px solid;
    }

    .bone {
      background: GrayText;
    }
  }
`;
