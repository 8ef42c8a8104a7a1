import {html, type TemplateResult} from 'lit';
import {icon} from './icon.js';

/** A list to choose from, with our own caret: engines draw theirs each in their way. */
export const selectBox = (select: TemplateResult): TemplateResult => html`<span class="select">${select}${icon('caret-down-bold', {size: 10})}</span>`;
