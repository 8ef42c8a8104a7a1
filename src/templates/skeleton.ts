import {html, type TemplateResult} from 'lit';

/** A grey box where text will stand; `className` says how wide. Nothing moves. */
export const bone = (className = ''): TemplateResult => html`<span class="bone ${className}"></span>`;
