import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {SettingsMessages} from '../../i18n/areas/settings.js';
import type {Agent} from '../../model/index.js';
import type {OwnProfile} from '../../store/state.js';
import {icon} from '../../templates/icon.js';
import {ownPicture} from '../../templates/own-picture.js';

/** What can be wrong with one of the profile's fields. */
export type ProfileField = 'name' | 'signature' | 'picture';

export interface ProfileView {
  readonly me: Agent;
  /** Undefined until it has been read. */
  readonly profile: OwnProfile | undefined;
  readonly signature: string;
  readonly problems: ReadonlyMap<ProfileField, string>;
  readonly words: SettingsMessages;
  readonly onName: (name: string) => void;
  readonly onSignature: (signature: string) => void;
  readonly onPicture: (picture: File | null) => void;
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

function problem(field: ProfileField, {problems}: ProfileView): TemplateResult | typeof nothing {
  const sentence = problems.get(field);
  return sentence ? html`<p class="why" id="why-${field}" role="alert">${icon('warning-circle', {size: 14})}<span>${sentence}</span></p>` : nothing;
}

/** Who the agent is to others: what the backend lets them change can be changed. */
export function profileHead(view: ProfileView): TemplateResult {
  const {me, profile, words, problems} = view;
  const keepsPicture = profile?.keeps.has('avatarUrl') ?? false;
  const keepsName = profile?.keeps.has('name') ?? false;
  return html`
    <header>
      ${keepsPicture
        ? html`<label class="picture" title=${words.changePicture}>${ownPicture(me, {size: 'lg'})}
            <span class="change">${icon('pencil-simple', {size: 14})}</span>
            <input class="visually-hidden" type="file" accept="image/*" aria-label=${words.changePicture}
              aria-describedby=${problems.has('picture') ? 'why-picture' : nothing} @change=${(event: Event) => pick(event, view)} /></label>`
        : ownPicture(me, {size: 'lg'})}
      <div>
        <h2 class="truncate" dir="auto">${me.name}</h2>
        <p class="mail truncate">${me.email ?? ''}</p>
        ${keepsPicture && me.avatarUrl
          ? html`<button class="link" type="button" @click=${() => view.onPicture(null)}>${words.removePicture}</button>`
          : nothing}
      </div>
    </header>
    ${problem('picture', view)}
    ${keepsName
      ? html`<div class="row"><label for="name">${words.name}</label>
          <input class="field" id="name" dir="auto" autocomplete="off" .value=${live(profile?.name ?? me.name)} aria-invalid=${problems.has('name')}
            aria-describedby=${problems.has('name') ? 'why-name' : nothing} @change=${(event: Event) => view.onName(valueOf(event).trim())} />
          ${problem('name', view)}</div>`
      : nothing}
  `;
}

export function signatureField(view: ProfileView): TemplateResult {
  const {words, signature, problems} = view;
  return html`<div class="row"><label for="signature">${words.signature}</label>
    <textarea class="field" id="signature" rows="3" dir="auto" .value=${live(signature)} aria-invalid=${problems.has('signature')}
      aria-describedby=${problems.has('signature') ? 'why-signature' : 'about-signature'}
      @change=${(event: Event) => view.onSignature(valueOf(event).trimEnd())}></textarea>
    ${problems.has('signature') ? problem('signature', view) : html`<p class="about" id="about-signature">${words.signatureHint}</p>`}</div>`;
}

function pick(event: Event, {onPicture}: ProfileView): void {
  const input = event.target as HTMLInputElement;
  const [picture] = input.files ?? [];
  // The same file can be picked again after it was refused.
  input.value = '';
  if (picture) onPicture(picture);
}
