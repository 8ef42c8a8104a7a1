import {html, type TemplateResult} from 'lit';
import {LoopSignInEvent} from '../../events/session-events.js';
import type {Locale} from '../../i18n/locale.js';
import {states as english} from '../../i18n/locales/en/states.js';
import {meetsBrowserFloor} from '../../internal/browser-floor.js';
import type {Inbox} from '../../store/inbox.js';
import {blank} from '../../templates/blank.js';
import {icon} from '../../templates/icon.js';

export interface InboxPlace {
  readonly host: HTMLElement;
  readonly locale: Locale;
  /** Undefined: nobody said which backend. */
  readonly inbox: Inbox | undefined;
  /** Messages and changes that wait. */
  readonly unsent: number;
}

/** What stands in the place of the whole inbox: a browser that is too old, no backend, or nobody who has signed in. */
export function withoutShell(place: InboxPlace): TemplateResult {
  const {locale: {messages: {states = english}}, inbox, unsent} = place;
  if (!meetsBrowserFloor()) return html`<p class="plain">${states.oldBrowser}</p>`;
  if (!inbox) return blank({icon: 'tray', title: states.absent, text: states.absentText, big: true});
  return html`<slot name="signed-out">${blank({
    icon: 'lock-simple',
    title: states.signedOut,
    text: states.signedOutText(unsent),
    big: true,
    action: signInButton(place),
  })}</slot>`;
}

/** Over an inbox that stays as it was: what is shown can be read, what is written is kept. */
export function signedOutBar(place: InboxPlace): TemplateResult {
  const {locale: {messages: {states = english}}, unsent} = place;
  return html`<slot name="signed-out"><div class="bar" role="alert">
    ${icon('lock-simple')}
    <p><strong>${states.signedOut}</strong> <span>${states.signedOutText(unsent)}</span></p>
    ${signInButton(place)}
  </div></slot>`;
}

function signInButton({host, locale: {messages: {states = english}}, inbox}: InboxPlace): TemplateResult {
  const signIn = () => {
    const connection = inbox?.state.connection;
    host.dispatchEvent(new LoopSignInEvent(connection?.status === 'signed-out' ? connection.reason : 'expired'));
  };
  return html`<button class="button button--primary" type="button" @click=${signIn}>${icon('sign-in', {size: 14, mirror: true})}${states.signIn}</button>`;
}
