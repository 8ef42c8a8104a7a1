import {html, nothing, type TemplateResult} from 'lit';
import type {Conversation} from '../../contract/index.js';
import type {FirstMessages} from '../../i18n/messages.js';
import {channelIcon} from '../../templates/channel.js';

/** To whom, and through what, a reply leaves: "To Marta Kowalczyk" for mail, "via WhatsApp" for the rest. */
export function recipient(conversation: Conversation | undefined, {composer: m, channel: words}: FirstMessages): TemplateResult | typeof nothing {
  if (!conversation) return nothing;
  const {channel, contact} = conversation;
  if (channel.kind === 'email') {
    const name = contact.name ?? contact.email;
    return name ? html`<span class="to">${m.to}</span><bdi class="chip" title=${contact.email ?? nothing}>${name}</bdi>` : nothing;
  }
  const kind = Object.hasOwn(words.kinds, channel.kind) ? words.kinds[channel.kind] : undefined;
  return html`<span class="via">${channelIcon(channel.kind, {size: 14})}<span class="truncate">${m.via(kind ?? channel.name ?? channel.kind)}</span></span>`;
}
