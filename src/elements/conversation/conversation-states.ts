import {html, type TemplateResult} from 'lit';
import type {AdapterError} from '../../contract/index.js';
import type {Locale} from '../../i18n/locale.js';
import {conversationStates} from '../../i18n/locales/en/conversation-states.js';
import {states as english} from '../../i18n/locales/en/states.js';
import {blank} from '../../templates/blank.js';
import {icon} from '../../templates/icon.js';

/** Nobody provides an inbox yet. */
const absent = ({messages: {states = english}}: Locale): TemplateResult =>
  html`<div class="state">${blank({icon: 'chats-circle', title: states.absent, text: states.absentText, big: true})}</div>`;

const noneChosen = ({messages: {states = english}}: Locale): TemplateResult =>
  html`<div class="state">${blank({icon: 'chats-circle', title: states.noConversation, text: states.noConversationText, big: true})}</div>`;

/** What went wrong, and the way on where there is one. */
function failure({messages: {conversationStates: words = conversationStates, states = english}}: Locale, error: AdapterError | undefined, onRetry: () => void): TemplateResult {
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

export interface WithoutMessages {
  readonly locale: Locale;
  readonly hasInbox: boolean;
  readonly failed: boolean;
  readonly error: AdapterError | undefined;
  readonly onRetry: () => void;
}

/** What stands in the place of a conversation: nobody provides it, none was chosen, or it could not be loaded. */
export function withoutMessages({locale, hasInbox, failed, error, onRetry}: WithoutMessages): TemplateResult {
  if (!hasInbox) return absent(locale);
  return failed ? failure(locale, error, onRetry) : noneChosen(locale);
}
