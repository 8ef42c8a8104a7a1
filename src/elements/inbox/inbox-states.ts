import {html, type TemplateResult} from 'lit';
import type {Locale} from '../../i18n/locale.js';
import {states as english} from '../../i18n/locales/en/states.js';
import {blank} from '../../templates/blank.js';
import {icon} from '../../templates/icon.js';

export const oldBrowser = ({messages: {states = english}}: Locale): TemplateResult => html`<p class="plain">${states.oldBrowser}</p>`;

export const absent = ({messages: {states = english}}: Locale): TemplateResult =>
  blank({icon: 'tray', title: states.absent, text: states.absentText, big: true});

export const signedOut = ({messages: {states = english}}: Locale, unsent: number, onSignIn: () => void): TemplateResult =>
  blank({
    icon: 'lock-simple',
    title: states.signedOut,
    text: states.signedOutText(unsent),
    big: true,
    action: signInButton(states.signIn, onSignIn),
  });

/** Over an inbox that stays as it was: what is shown can be read, what is written is kept. */
export const signedOutBar = ({messages: {states = english}}: Locale, unsent: number, onSignIn: () => void): TemplateResult => html`
  <div class="bar" role="alert">
    ${icon('lock-simple')}
    <p><strong>${states.signedOut}</strong> <span>${states.signedOutText(unsent)}</span></p>
    ${signInButton(states.signIn, onSignIn)}
  </div>
`;

const signInButton = (label: string, onSignIn: () => void): TemplateResult =>
  html`<button class="button button--primary" type="button" @click=${onSignIn}>${icon('sign-in', {size: 14, mirror: true})}${label}</button>`;
