import {html} from 'lit';
import {guard} from 'lit/directives/guard.js';
import type {Locale} from '../../i18n/locale.js';
import {activity as english} from '../../i18n/locales/en/activity.js';
import type {Activity, Author, Id} from '../../model/index.js';
import type {ThreadMessage} from '../../store/state.js';
import {icon, type IconName} from '../../templates/icon.js';

const icons = {
  state: 'archive',
  assigned: 'user-switch',
  tagged: 'tag',
  priority: 'warning',
  ticket: 'ticket',
  escalated: 'flag-fill',
  'escalation-cleared': 'flag-fill',
  handed: 'user-switch',
  other: 'info',
} as const satisfies Record<Activity['type'], IconName>;

/** Who did it, in words; undefined when nobody was named. */
function actorOf(author: Author, me: Id | undefined, {messages}: Locale): string | undefined {
  if (author.kind === 'system') return undefined;
  if (author.kind === 'agent' && author.id !== undefined && author.id === me) return (messages.activity ?? english).you;
  return author.name ?? (author.kind === 'bot' ? messages.message.bot : undefined);
}

/** An activity as a sentence in the agent's language. */
export function tellActivity(message: ThreadMessage, me: Id | undefined, locale: Locale): string {
  const words = locale.messages.activity ?? english;
  const actor = actorOf(message.author, me, locale);
  const activity: Activity = message.activity ?? {type: 'other'};
  const names = (tags: readonly {readonly name: string}[] | undefined) => locale.format.list((tags ?? []).map((tag) => tag.name));
  switch (activity.type) {
    case 'state':
      return words.state(actor, activity.to);
    case 'assigned':
      if (!activity.to) return words.unassigned(actor);
      if (actor && activity.to.id === message.author.id) return words.assignedToThemselves(actor);
      return words.assigned(actor, activity.to.id === me ? words.you.toLocaleLowerCase(locale.tag) : activity.to.name);
    case 'tagged':
      if (!activity.removed?.length) return words.tagged(actor, names(activity.added));
      if (!activity.added?.length) return words.untagged(actor, names(activity.removed));
      return words.retagged(actor, names(activity.added), names(activity.removed));
    case 'priority':
      return words.priority(actor, activity.to);
    case 'ticket':
      return words.ticket(actor, activity.number);
    case 'escalated':
      return words.escalated(actor, activity.reason);
    case 'escalation-cleared':
      return words.escalationCleared(actor, activity.reason);
    case 'handed':
      if (actor && message.author.kind === 'bot') return activity.to === 'bot' ? words.botTookOver(actor) : words.botHandedOver(actor);
      return activity.to === 'bot' ? words.handedToBot(actor) : words.handedToAgent(actor);
    case 'other':
      return message.body.value || words.other(actor);
  }
}

/** One quiet line: icon, what happened, when. */
export const activityLine = (message: ThreadMessage, me: Id | undefined, locale: Locale): unknown =>
  guard([message, me, locale], () => html`
    ${icon(icons[message.activity?.type ?? 'other'], {size: 14})}
    <p><bdi>${tellActivity(message, me, locale)}</bdi>
      · <time datetime=${message.createdAt} title=${locale.format.dateTime(message.createdAt)}>${locale.format.time(message.createdAt)}</time></p>
  `);
