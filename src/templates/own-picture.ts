import {html, type TemplateResult} from 'lit';
import type {Agent} from '../model/index.js';
import {avatar, type AvatarOptions} from './avatar.js';

/** Of the page itself or held in the address: it tells nobody who looks at it. */
const asksNobody = (url: string): boolean => /^(data:image\/(?!svg)|blob:)/i.test(url) || new URL(url, document.baseURI).origin === location.origin;

function isShown(url: string | undefined): url is string {
  try {
    return url !== undefined && asksNobody(url);
  } catch {
    return false; // no address
  }
}

/** The agent as they chose to be seen: their picture where showing it asks no other server, otherwise their initials. */
export function ownPicture(me: Agent, options: Pick<AvatarOptions, 'size'> = {}): TemplateResult {
  const {size = 'md'} = options;
  if (!isShown(me.avatarUrl)) return avatar(me, {mine: true, size, availability: me.availability});
  return html`<span class="avatar avatar-${size} avatar-picture" aria-hidden="true"><img src=${me.avatarUrl} alt="" />${me.availability
      ? html`<span class="availability availability-${me.availability}"></span>`
      : ''}</span>`;
}
