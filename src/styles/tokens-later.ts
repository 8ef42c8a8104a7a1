import {css} from 'lit';

/** Tokens of menus, panels and toasts, and what agents get who ask for more contrast: `tokens` for what comes after the first look. */
export const tokensLater = css`
  :host {
    --_color-surface-sunken: var(--loop-color-surface-sunken, light-dark(oklch(96.9% 0.003 264), oklch(19.4% 0.008 264)));
    --_color-accent-hover: var(--loop-color-accent-hover, light-dark(oklch(47% 0.2 264), oklch(51% 0.185 264)));
    --_color-accent-soft-hover: var(--loop-color-accent-soft-hover, light-dark(oklch(94% 0.028 264), oklch(30.5% 0.055 264)));
    --_color-danger: var(--loop-color-danger, light-dark(oklch(53% 0.195 25), oklch(57% 0.19 25)));
    --_color-success-text: var(--loop-color-success-text, light-dark(oklch(46% 0.11 155), oklch(80% 0.13 155)));
    --_color-success: var(--loop-color-success, light-dark(oklch(60% 0.14 155), oklch(70% 0.15 155)));
    --_color-success-soft: var(--loop-color-success-soft, light-dark(oklch(96.5% 0.025 155), oklch(26.5% 0.035 155)));
    --_color-inverse: var(--loop-color-inverse, light-dark(oklch(31% 0.02 264), oklch(87% 0.008 264)));
    --_color-on-inverse: var(--loop-color-on-inverse, light-dark(oklch(100% 0 0), oklch(19.4% 0.008 264)));
    --_font-mono: var(--loop-font-mono, ui-monospace, SFMono-Regular, "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace);
    --_font-size-2xl: var(--loop-font-size-2xl, calc(18px * var(--_font-scale)));
    --_font-line-lg: var(--loop-font-line-lg, calc(24px * var(--_font-scale)));
    --_space-1: var(--loop-space-1, 2px);
    --_space-6: var(--loop-space-6, 20px);
    --_space-7: var(--loop-space-7, 24px);
    --_space-8: var(--loop-space-8, 32px);
    --_space-9: var(--loop-space-9, 48px);
    --_radius-lg: var(--loop-radius-lg, 14px);
    --_shadow-2: var(--loop-shadow-2, 0 2px 6px light-dark(oklch(21% .02 264 / .07), oklch(0% 0 0 / .35)), 0 12px 28px -6px light-dark(oklch(21% .02 264 / .16), oklch(0% 0 0 / .55)));
    --_shadow-3: var(--loop-shadow-3, 0 4px 12px light-dark(oklch(21% .02 264 / .08), oklch(0% 0 0 / .4)), 0 28px 64px -12px light-dark(oklch(21% .02 264 / .28), oklch(0% 0 0 / .7)));
    --_motion-instant: var(--loop-motion-instant, 80ms);
    --_motion-quick: var(--loop-motion-quick, 140ms);
    --_motion-panel: var(--loop-motion-panel, 200ms);
    --_motion-ease: var(--loop-motion-ease, cubic-bezier(.2, 0, 0, 1));
    --_motion-ease-in: var(--loop-motion-ease-in, cubic-bezier(.4, 0, 1, 1));
    --_size-icon-sm: var(--loop-size-icon-sm, 14px);
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion-instant: 0ms;
      --_motion-quick: 0ms;
      --_motion-panel: 0ms;
    }
  }

  @media (prefers-contrast: more) {
    :host {
      --_color-text-muted: var(--loop-color-text-muted, var(--_color-text));
      --_color-text-subtle: var(--loop-color-text-subtle, light-dark(oklch(36% 0.02 264), oklch(86% 0.01 264)));
      --_color-line: var(--loop-color-line, light-dark(oklch(60% 0.014 264), oklch(58% 0.018 264)));
      --_color-line-strong: var(--loop-color-line-strong, light-dark(oklch(45% 0.016 264), oklch(70% 0.016 264)));
      --_color-control-border: var(--loop-color-control-border, light-dark(oklch(35% 0.02 264), oklch(80% 0.01 264)));
      --_color-surface-quiet: var(--loop-color-surface-quiet, var(--_color-surface));
      --_color-accent-text: var(--loop-color-accent-text, light-dark(oklch(38% 0.17 264), oklch(86% 0.08 264)));
      --_color-accent: var(--loop-color-accent, light-dark(oklch(42% 0.19 264), oklch(56% 0.185 264)));
      --_color-danger-text: var(--loop-color-danger-text, light-dark(oklch(42% 0.16 25), oklch(85% 0.08 25)));
      --_color-note-line: var(--loop-color-note-line, light-dark(oklch(46% 0.095 82), oklch(84% 0.11 82)));
      --_color-note-text: var(--loop-color-note-text, light-dark(oklch(38% 0.08 82), oklch(90% 0.09 82)));
    }
  }
`;
