import {css} from 'lit';

/** What every shadow root starts from: resets of our own content, focus, and what a first look shows of icons, avatars, buttons. `controls` has the rest. */
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

  time,
  .number {
    font-variant-numeric: tabular-nums;
  }

  /* '5:46 AM' stays so in a page of the other direction. */
  time {
    unicode-bidi: plaintext;
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

  .avatar-mine {
    background: var(--_color-accent-soft-strong);
    color: var(--_color-accent-text);
  }

  .avatar-empty {
    background: none;
    color: var(--_color-text-subtle);
    box-shadow: inset 0 0 0 1px var(--_color-control-border);
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
    inline-size: calc(var(--_size-control) * var(--_font-scale));
    block-size: calc(var(--_size-control) * var(--_font-scale));
    border-radius: var(--_radius-sm);
    color: var(--_color-text-muted);
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

  .bone {
    display: block;
    inline-size: 100%;
    block-size: 8px;
    border-radius: 4px;
    background: var(--_color-surface-active);
  }
`;
