import {html, type TemplateResult} from 'lit';
import type {AdapterError} from '../../contract/index.js';
import type {Locale} from '../../i18n/locale.js';
import {conversationStates} from '../../i18n/locales/en/conversation-states.js';
import {states as english} from '../../i18n/locales/en/states.js';
import {blank} from '../../templates/blank.js';
import {icon} from '../../templates/icon.js';
import {bone} from '../../templates/skeleton.js';

/** Nobody provides an inbox yet. */
export const absent = ({messages: {states = english}}: Locale): TemplateResult =>
  html`<div class="state">${blank({icon: 'chats-circle', title: states.absent, text: states.absentText, big: true})}</div>`;

export const noneChosen = ({messages: {states = english}}: Locale): TemplateResult =>
  html`<div class="state">${blank({icon: 'chats-circle', title: states.noConversation, text: states.noConversationText, big: true})}</div>`;

/** What went wrong, and the way on where there is one. */
export function failed({messages: {conversationStates: words = conversationStates, states = english}}: Locale, error: AdapterError | undefined, onRetry: () => void): TemplateResult {
  const content =
    error?.code === 'forbidden'
      ? blank({icon: 'hand-palm', title: words.forbidden, text: words.forbiddenText, big: true})
      : error?.code === 'not-found'
        ? blank({icon: 'chats-circle', title: words.gone, text: words.goneText, big: true})
        : blank({
            icon: 'warning-circle',
            title: words.loadingFailed,
            text: [states.because[error?.code ?? 'unknown'], states.nothingLost].filter(Boolean).join(' '),
            big: true,
            action: html`<button class="button" type="button" @click=${onRetry}>${icon('arrow-clockwise')}${states.tryAgain}</button>`,
          });
  return html`<div class="state" role="alert">${content}</div>`;
}

/** The boxes of a conversation before its words are there. */
export const loading = ({messages: {conversation}}: Locale): TemplateResult => html`
  <div class="bones" role="status" aria-label=${conversation.loading}>
    <div class="head">${bone('title')}${bone('line')}</div>
    <div class="body">${bone('in')}${bone('in')}${bone('out')}${bone('in')}${bone('out')}</div>
    ${bone('panel')}
  </div>
`;
