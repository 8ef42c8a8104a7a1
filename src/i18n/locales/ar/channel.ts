import type {ChannelMessages} from '../../areas/channel.js';

export const channel: ChannelMessages = {
  kinds: {
    email: 'البريد',
    'web-chat': 'دردشة الموقع',
    sms: 'رسالة نصية',
    whatsapp: 'واتساب',
    messenger: 'ماسنجر',
    instagram: 'إنستغرام',
    telegram: 'تيليغرام',
    voice: 'الهاتف',
    social: 'شبكات التواصل',
    review: 'تقييم',
    api: 'API',
  },
};
