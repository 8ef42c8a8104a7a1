import {html, nothing, type TemplateResult} from 'lit';
import {iconPaths, type IconName} from './icon-paths.js';

export type {IconName};

export interface IconOptions {
  /** Says what it means where no text beside it does; without one the icon is hidden from assistive technology. */
  readonly label?: string | undefined;
  /** Turned round where text runs from right to left: for arrows, never for ticks, clocks and marks. */
  readonly mirror?: boolean;
  /** px, times the font scale; absent: `--_size-icon`. */
  readonly size?: 10 | 12 | 14 | 18 | 20 | 28;
}

/** Draws one path in Phosphor's box of 256. */
export function drawIcon(path: string, {label, mirror, size}: IconOptions = {}): TemplateResult {
  const classes = `icon${size ? ` icon-${size}` : ''}${mirror ? ' icon-mirror' : ''}`;
  return html`<svg class=${classes} viewBox="0 0 256 256" role=${label ? 'img' : nothing} aria-label=${label ?? nothing}
    aria-hidden=${label ? nothing : 'true'} focusable="false"><path d=${path}></path></svg>`;
}

/** An icon of the parts that are there from the start. */
export const icon = (name: IconName, options?: IconOptions): TemplateResult => drawIcon(iconPaths[name], options);
