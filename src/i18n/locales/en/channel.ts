import type {ChannelMessages} from '../../areas/channel.js';

export const channel: ChannelMessages = {
  kinds: {
    email: 'Mail',
    'web-chat': 'Web chat',
    sms: 'SMS',
    whatsapp: 'WhatsApp',
    messenger: 'Messenger',
    instagram: 'Instagram',
    telegram: 'Telegram',
    voice: 'Phone',
    social: 'Social',
    review: 'Review',
    api: 'API',
  },
};
