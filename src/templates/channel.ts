import type {TemplateResult} from 'lit';
import type {ChannelKind} from '../model/index.js';
import {icon, type IconName, type IconOptions} from './icon.js';

const icons: Readonly<Record<string, IconName>> = {
  email: 'envelope-simple',
  'web-chat': 'chat-circle',
  sms: 'chat-text',
  whatsapp: 'whatsapp-logo',
  messenger: 'messenger-logo',
  instagram: 'instagram-logo',
  telegram: 'telegram-logo',
  voice: 'phone',
  social: 'at',
  review: 'star',
  api: 'code',
};

/** The mark of a channel; an unknown kind gets the chat circle, and its name beside it tells the rest. */
export const channelIcon = (kind: ChannelKind, options?: IconOptions): TemplateResult =>
  icon(Object.hasOwn(icons, kind) ? (icons[kind] ?? 'chat-circle') : 'chat-circle', options);
