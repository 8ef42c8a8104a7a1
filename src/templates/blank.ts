import {html, nothing, type TemplateResult} from 'lit';
import {icon, type IconName} from './icon.js';

export interface Blank {
  readonly icon: IconName;
  readonly title: string;
  readonly text?: string | undefined;
  /** The way on: a button, as a template. */
  readonly action?: unknown;
  /** A quieter line below: next try, keys. */
  readonly hint?: unknown;
  /** The larger title of a whole area. */
  readonly big?: boolean;
}

/** A place with nothing to show: what is so, why, and one way on. */
export const blank = ({icon: name, title, text, action, hint, big}: Blank): TemplateResult => html`
  <div class=${big ? 'blank blank-big' : 'blank'}>
    ${icon(name, {size: 28})}
    <p class="blank-title">${title}</p>
    ${text ? html`<p class="blank-text">${text}</p>` : nothing}
    ${action ?? nothing}
    ${hint ? html`<p class="blank-hint">${hint}</p>` : nothing}
  </div>
`;
