import {html, noChange, nothing, type TemplateResult} from 'lit';
import {directive, Directive, type ElementPart} from 'lit/directive.js';
import {LatePart} from '../internal/late.js';
import type {IconName} from './icon-paths.js';

export type {IconName};

export interface IconOptions {
  /** Says what it means where no text beside it does; without one the icon is hidden from assistive technology. */
  readonly label?: string | undefined;
  /** Turned round where text runs from right to left: for arrows, never for ticks, clocks and marks. */
  readonly mirror?: boolean;
  /** px, times the font scale; absent: `--_size-icon`. */
  readonly size?: 10 | 12 | 14 | 18 | 20 | 28;
}

/** Without its drawings the inbox works all the same: every icon has a word or a name beside it. */
const drawings = new LatePart('Icons', () => import('./icon-paths.js'));

/** Fills in a path whose drawing comes with a later file: the box is there from the start, so nothing moves. */
class IconPath extends Directive {
  #name: IconName | undefined;

  render(_name: IconName): unknown {
    return noChange;
  }

  override update({element}: ElementPart, [name]: [IconName]): unknown {
    if (name !== this.#name) {
      this.#name = name;
      void drawings.load().then(({iconPaths}) => {
        if (this.#name === name) element.setAttribute('d', iconPaths[name]);
      });
    }
    return noChange;
  }
}

const iconPath = directive(IconPath);

/** Draws one icon in Phosphor's box of 256. */
export function icon(name: IconName, {label, mirror, size}: IconOptions = {}): TemplateResult {
  const classes = `icon${size ? ` icon-${size}` : ''}${mirror ? ' icon-mirror' : ''}`;
  return html`<svg class=${classes} viewBox="0 0 256 256" role=${label ? 'img' : nothing} aria-label=${label ?? nothing}
    aria-hidden=${label ? nothing : 'true'} focusable="false"><path ${iconPath(name)}></path></svg>`;
}
