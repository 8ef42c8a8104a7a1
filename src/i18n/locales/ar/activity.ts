import type {ActivityMessages} from '../../areas/activity.js';
import {isolate} from '../../isolate.js';

const you = 'أنت';

/** Whoever did it stands after a passive verb, so that the verb fits everybody. */
const by = (sentence: string, actor: string | undefined): string => {
  if (!actor) return sentence;
  return actor === you ? `${sentence} بواسطتك` : `${sentence} بواسطة ${isolate(actor)}`;
};
const because = (sentence: string, reason: string | undefined): string => (reason ? `${sentence}: «${isolate(reason)}»` : sentence);

const states = {
  active: 'أُعيد فتح المحادثة',
  archived: 'أُرشفت المحادثة',
  automated: 'نُقلت المحادثة إلى الآلية',
  snoozed: 'أُجّلت المحادثة',
} as const;
const priorities = {low: 'منخفضة', medium: 'متوسطة', high: 'مرتفعة', urgent: 'عاجلة'} as const;

export const activity: ActivityMessages = {
  you,
  state: (actor, to) => by(states[to], actor),
  assigned: (actor, to) => by(to === you ? 'أُسندت المحادثة إليك' : `أُسندت المحادثة إلى ${isolate(to)}`, actor),
  assignedToThemselves: (actor) => by('استُلمت المحادثة', actor),
  unassigned: (actor) => by('أُلغي إسناد المحادثة', actor),
  tagged: (actor, tags) => by(`أُضيف الوسم ${tags}`, actor),
  untagged: (actor, tags) => by(`أُزيل الوسم ${tags}`, actor),
  retagged: (actor, added, removed) => by(`أُضيف الوسم ${added} وأُزيل ${removed}`, actor),
  priority: (actor, to) => by(to ? `أصبحت الأولوية ${priorities[to]}` : 'أُزيلت الأولوية', actor),
  ticket: (actor, number) => by(number ? `أُنشئت التذكرة ${isolate(number)}` : 'أُنشئت تذكرة', actor),
  escalated: (actor, reason) => because(by('صُعّدت المحادثة', actor), reason),
  escalationCleared: (actor, reason) => because(by('أُلغي التصعيد', actor), reason),
  handedToBot: (actor) => by('سُلّمت المحادثة إلى الروبوت', actor),
  handedToAgent: (actor) => by('استُلمت المحادثة من الروبوت', actor),
  botHandedOver: (bot) => by('سُلّمت المحادثة إلى الفريق', bot),
  botTookOver: (bot) => by('استُلمت المحادثة', bot),
  other: (actor) => by('تغيّرت المحادثة', actor),
};
