import {html, type TemplateResult} from 'lit';
import type {Locale} from '../../i18n/locale.js';
import {bone} from '../../templates/skeleton.js';

/** The boxes of a conversation before its words are there. */
export const skeleton = ({messages: {conversation}}: Locale): TemplateResult => html`
  <div class="bones" role="status" aria-label=${conversation.loading}>
    <div class="head">${bone('title')}${bone('line')}</div>
    <div class="body">${bone('in')}${bone('in')}${bone('out')}${bone('in')}${bone('out')}</div>
    ${bone('panel')}
  </div>
`;
