import type {ActivityMessages} from '../../areas/activity.js';
import {isolateTurning as named} from '../../isolate.js';

const states = {
  active: ['reopened this conversation', 'Reopened'],
  archived: ['archived this conversation', 'Archived'],
  automated: ['moved this conversation to Automated', 'Moved to Automated'],
  snoozed: ['snoozed this conversation', 'Snoozed'],
} as const;
const priorities = {low: 'low', medium: 'medium', high: 'high', urgent: 'urgent'} as const;

export const activity: ActivityMessages = {
  you: 'You',
  state: (actor, to) => (actor ? `${named(actor)} ${states[to][0]}` : states[to][1]),
  assigned: (actor, to) => (actor ? `${named(actor)} assigned ${named(to)}` : `Assigned to ${named(to)}`),
  assignedToThemselves: (actor) => `${named(actor)} took this conversation`,
  unassigned: (actor) => (actor ? `${named(actor)} took the assignment away` : 'Nobody is assigned any more'),
  tagged: (actor, tags) => (actor ? `${named(actor)} added ${tags}` : `Tagged ${tags}`),
  untagged: (actor, tags) => (actor ? `${named(actor)} removed ${tags}` : `Tag ${tags} removed`),
  retagged: (actor, added, removed) =>
    actor ? `${named(actor)} added ${added} and removed ${removed}` : `Tagged ${added}, ${removed} removed`,
  priority: (actor, to) => {
    if (!to) return actor ? `${named(actor)} took the priority away` : 'Priority taken away';
    return actor ? `${named(actor)} set the priority to ${priorities[to]}` : `Priority set to ${priorities[to]}`;
  },
  ticket: (actor, number) => {
    const ticket = number ? `ticket ${named(number)}` : 'a ticket';
    return actor ? `${named(actor)} created ${ticket}` : `Created ${ticket}`;
  },
  escalated: (actor, reason) => {
    const what = actor ? `${named(actor)} escalated` : 'Escalated';
    return reason ? `${what}: “${named(reason)}”` : what;
  },
  escalationCleared: (actor, reason) => {
    const what = actor ? `${named(actor)} cleared the escalation` : 'Escalation cleared';
    return reason ? `${what}: “${named(reason)}”` : what;
  },
  handedToBot: (actor) => (actor ? `${named(actor)} handed over to the bot` : 'Handed over to the bot'),
  handedToAgent: (actor) => (actor ? `${named(actor)} took over from the bot` : 'Taken over from the bot'),
  botHandedOver: (bot) => `${named(bot)} handed over to the team`,
  botTookOver: (bot) => `${named(bot)} took over`,
  other: (actor) => (actor ? `${named(actor)} changed this conversation` : 'This conversation was changed'),
};
