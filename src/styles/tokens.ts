import {css} from 'lit';

/**
 * The one place where defaults are written. Every public host adopts it: what a partner sets (`--loop-x`, on or above the host)
 * becomes the private `--_x` that all other stylesheets use. `--_density-x` carries a density down to the public hosts inside.
 *
 * What a first look does not read is in `tokens-later.ts`.
 *
 * Values and their contrast were chosen together; see the look. Custom states: `compact`, `normal`, `comfortable`; `light`, `dark`, `auto`.
 */
export const tokens = css`
  :host {
    --_color-canvas: var(--loop-color-canvas, light-dark(oklch(96.9% 0.003 264), oklch(17.2% 0.007 264)));
    --_color-surface-quiet: var(--loop-color-surface-quiet, light-dark(oklch(98.6% 0.002 264), oklch(19.4% 0.008 264)));
    --_color-surface: var(--loop-color-surface, light-dark(oklch(100% 0 0), oklch(21.8% 0.008 264)));
    --_color-surface-raised: var(--loop-color-surface-raised, light-dark(oklch(100% 0 0), oklch(25.3% 0.01 264)));
    --_color-surface-hover: var(--loop-color-surface-hover, light-dark(oklch(95.3% 0.004 264), oklch(25.3% 0.01 264)));
    --_color-surface-active: var(--loop-color-surface-active, light-dark(oklch(93% 0.006 264), oklch(28.5% 0.011 264)));
    --_color-surface-selected: var(--loop-color-surface-selected, light-dark(oklch(100% 0 0), oklch(37.5% 0.014 264)));
    --_color-line: var(--loop-color-line, light-dark(oklch(90.5% 0.007 264), oklch(31.5% 0.012 264)));
    --_color-line-strong: var(--loop-color-line-strong, light-dark(oklch(85% 0.009 264), oklch(37.5% 0.014 264)));
    --_color-control-border: var(--loop-color-control-border, light-dark(oklch(64.5% 0.014 264), oklch(56.5% 0.018 264)));
    --_color-text: var(--loop-color-text, light-dark(oklch(21.5% 0.02 264), oklch(94.5% 0.004 264)));
    --_color-text-muted: var(--loop-color-text-muted, light-dark(oklch(43% 0.018 264), oklch(77.5% 0.014 264)));
    --_color-text-subtle: var(--loop-color-text-subtle, light-dark(oklch(51.5% 0.016 264), oklch(68.5% 0.016 264)));
    --_color-accent: var(--loop-color-accent, light-dark(oklch(53% 0.2 264), oklch(56% 0.185 264)));
    --_color-accent-text: var(--loop-color-accent-text, light-dark(oklch(46% 0.19 264), oklch(78% 0.105 264)));
    --_color-accent-soft: var(--loop-color-accent-soft, light-dark(oklch(96.8% 0.014 264), oklch(26.8% 0.038 264)));
    --_color-accent-soft-strong: var(--loop-color-accent-soft-strong, light-dark(oklch(90% 0.048 264), oklch(36.5% 0.07 264)));
    --_color-reply: var(--loop-color-reply, light-dark(oklch(94% 0.028 264), oklch(30.5% 0.055 264)));
    --_color-on-accent: var(--loop-color-on-accent, oklch(100% 0 0));
    --_color-focus: var(--loop-color-focus, light-dark(oklch(53% 0.2 264), oklch(78% 0.105 264)));
    --_color-note: var(--loop-color-note, light-dark(oklch(98% 0.018 82), oklch(26.2% 0.03 82)));
    --_color-note-strong: var(--loop-color-note-strong, light-dark(oklch(95.5% 0.042 82), oklch(31% 0.042 82)));
    --_color-note-line: var(--loop-color-note-line, light-dark(oklch(64.5% 0.12 82), oklch(58% 0.09 82)));
    --_color-note-text: var(--loop-color-note-text, light-dark(oklch(46% 0.095 82), oklch(84% 0.11 82)));
    --_color-danger-text: var(--loop-color-danger-text, light-dark(oklch(50% 0.185 25), oklch(78.5% 0.12 25)));
    --_color-danger-soft: var(--loop-color-danger-soft, light-dark(oklch(97% 0.014 25), oklch(26.5% 0.032 25)));
    --_color-incoming: var(--loop-color-incoming, light-dark(oklch(95.3% 0.004 264), oklch(28.5% 0.011 264)));
    --_color-tag-1: var(--loop-color-tag-1, light-dark(oklch(62% .15 25), oklch(72% .13 25)));
    --_color-tag-2: var(--loop-color-tag-2, light-dark(oklch(62% .13 60), oklch(72% .12 60)));
    --_color-tag-3: var(--loop-color-tag-3, light-dark(oklch(62% .13 150), oklch(72% .12 150)));
    --_color-tag-4: var(--loop-color-tag-4, light-dark(oklch(62% .11 215), oklch(72% .10 215)));
    --_color-tag-5: var(--loop-color-tag-5, light-dark(oklch(62% .15 285), oklch(72% .13 285)));
    --_color-tag-6: var(--loop-color-tag-6, light-dark(oklch(62% .15 340), oklch(72% .13 340)));

    --_font-sans: var(--loop-font-sans, system-ui, -apple-system, "Segoe UI Variable Text", "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif);
    --_font-scale: var(--loop-font-scale, 1);
    --_font-size-xs: var(--loop-font-size-xs, calc(11px * var(--_font-scale)));
    --_font-size-sm: var(--loop-font-size-sm, var(--_density-font-size-sm, calc(12px * var(--_font-scale))));
    --_font-size-md: var(--loop-font-size-md, var(--_density-font-size-md, calc(13px * var(--_font-scale))));
    --_font-size-lg: var(--loop-font-size-lg, var(--_density-font-size-lg, calc(14px * var(--_font-scale))));
    --_font-size-xl: var(--loop-font-size-xl, calc(15px * var(--_font-scale)));
    --_font-line-sm: var(--loop-font-line-sm, calc(16px * var(--_font-scale)));
    --_font-line-md: var(--loop-font-line-md, calc(20px * var(--_font-scale)));
    --_font-weight-regular: var(--loop-font-weight-regular, 400);
    --_font-weight-medium: var(--loop-font-weight-medium, 500);
    --_font-weight-strong: var(--loop-font-weight-strong, 600);

    --_space-2: var(--loop-space-2, 4px);
    --_space-3: var(--loop-space-3, 8px);
    --_space-4: var(--loop-space-4, 12px);
    --_space-5: var(--loop-space-5, 16px);

    --_radius-xs: var(--loop-radius-xs, 3px);
    --_radius-sm: var(--loop-radius-sm, 6px);
    --_radius-md: var(--loop-radius-md, 10px);
    --_radius-full: var(--loop-radius-full, 999px);

    --_shadow-1: var(--loop-shadow-1, 0 1px 2px light-dark(oklch(21% .02 264 / .06), oklch(0% 0 0 / .3)));

    --_size-control: var(--loop-size-control, var(--_density-size-control, 28px));
    --_size-target: var(--loop-size-target, 24px);
    --_size-icon: var(--loop-size-icon, var(--_density-size-icon, 16px));
    --_size-avatar: var(--loop-size-avatar, 28px);
    --_size-avatar-sm: var(--loop-size-avatar-sm, 20px);

    --_rail-inline-size: var(--loop-rail-inline-size, 188px);
    --_rail-background: var(--loop-rail-background, var(--_color-canvas));
    --_list-inline-size: var(--loop-list-inline-size, 340px);
    --_list-background: var(--loop-list-background, var(--_color-surface-quiet));
    --_panel-inline-size: var(--loop-panel-inline-size, 280px);
    --_panel-background: var(--loop-panel-background, var(--_color-surface-quiet));
    --_header-block-size: var(--loop-header-block-size, calc(var(--_density-header-block-size, 48px) + 28px * (var(--_font-scale) - 1)));
    --_row-block-size: var(--loop-row-block-size, var(--_density-row-block-size, calc(2 * 8px + 3 * var(--_font-line-md))));
    --_row-padding-block: var(--loop-row-padding-block, var(--_density-row-padding-block, 8px));
    --_row-padding-inline: var(--loop-row-padding-inline, var(--_density-row-padding-inline, 12px));
    --_row-background-selected: var(--loop-row-background-selected, var(--_color-accent-soft));
    --_message-gap: var(--loop-message-gap, var(--_density-message-gap, 20px));
    --_message-gap-grouped: var(--loop-message-gap-grouped, var(--_density-message-gap-grouped, 4px));
    --_message-font-size: var(--loop-message-font-size, var(--_density-message-font-size, var(--_font-size-lg)));
    --_bubble-padding-block: var(--loop-bubble-padding-block, var(--_density-bubble-padding-block, 8px));
    --_bubble-padding-inline: var(--loop-bubble-padding-inline, var(--_density-bubble-padding-inline, 12px));
    --_bubble-radius: var(--loop-bubble-radius, var(--_radius-md));
    --_bubble-background-incoming: var(--loop-bubble-background-incoming, var(--_color-incoming));
    --_bubble-background-reply: var(--loop-bubble-background-reply, var(--_color-reply));
    --_note-background: var(--loop-note-background, var(--_color-note));
    --_note-border-color: var(--loop-note-border-color, var(--_color-note-line));
    --_note-radius: var(--loop-note-radius, var(--_radius-xs));
    --_composer-background: var(--loop-composer-background, var(--_color-surface-raised));
    --_composer-radius: var(--loop-composer-radius, var(--_radius-md));
    --_composer-min-block-size: var(--loop-composer-min-block-size, var(--_density-composer-min-block-size, 72px));
  }

  :host(:state(light)) { color-scheme: light; }
  :host(:state(dark)) { color-scheme: dark; }
  :host(:state(auto)) { color-scheme: light dark; }

  :host(:state(compact)) {
    --_density-size-control: 24px;
    --_density-row-block-size: calc(2 * 4px + 2 * var(--_font-line-md));
    --_density-row-padding-block: 4px;
    --_density-header-block-size: 40px;
    --_density-message-gap: 12px;
    --_density-message-gap-grouped: 2px;
    --_density-message-font-size: var(--_font-size-md);
    --_density-bubble-padding-block: 4px;
    --_density-bubble-padding-inline: 8px;
    --_density-composer-min-block-size: 48px;
  }

  :host(:state(comfortable)) {
    --_density-size-control: 32px;
    --_density-font-size-md: calc(14px * var(--_font-scale));
    --_density-font-size-sm: calc(13px * var(--_font-scale));
    --_density-font-size-lg: calc(15px * var(--_font-scale));
    --_density-row-block-size: calc(2 * 12px + 3.4 * var(--_font-line-md));
    --_density-row-padding-block: 12px;
    --_density-row-padding-inline: 16px;
    --_density-header-block-size: 56px;
    --_density-message-gap: 24px;
    --_density-bubble-padding-block: 12px;
    --_density-bubble-padding-inline: 16px;
    --_density-size-icon: 18px;
  }

  :host(:state(normal)) {
    --_density-bubble-padding-block: initial;
    --_density-bubble-padding-inline: initial;
    --_density-composer-min-block-size: initial;
    --_density-font-size-lg: initial;
    --_density-font-size-md: initial;
    --_density-font-size-sm: initial;
    --_density-header-block-size: initial;
    --_density-message-font-size: initial;
    --_density-message-gap: initial;
    --_density-message-gap-grouped: initial;
    --_density-row-block-size: initial;
    --_density-row-padding-block: initial;
    --_density-row-padding-inline: initial;
    --_density-size-control: initial;
    --_density-size-icon: initial;
  }
`;
