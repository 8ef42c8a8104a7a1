import type {EmojiMessages} from '../../areas/emoji.js';

export const emoji: EmojiMessages = {
  label: 'رموز تعبيرية',
  search: 'البحث في الرموز التعبيرية (بالإنجليزية)',
  all: 'كل الرموز التعبيرية',
  nothing: 'لا رمز مطابق.',
  recent: 'المستخدمة مؤخرًا',
  smileys: 'وجوه ومشاعر',
  people: 'أشخاص',
  nature: 'حيوانات وطبيعة',
  food: 'طعام وشراب',
  travel: 'سفر وأماكن',
  activities: 'أنشطة',
  objects: 'أشياء',
  symbols: 'رموز',
  flags: 'أعلام',
  skinTone: 'لون البشرة',
  skinTones: ['بلا لون بشرة', 'فاتح', 'فاتح إلى متوسط', 'متوسط', 'متوسط إلى داكن', 'داكن'],
};
