import type {ActivityMessages} from '../../areas/activity.js';

const states = {
  active: ['reopened this conversation', 'Reopened'],
  archived: ['archived this conversation', 'Archived'],
  automated: ['moved this conversation to Automated', 'Moved to Automated'],
  snoozed: ['snoozed this conversation', 'Snoozed'],
} as const;
const priorities = {low: 'low', medium: 'medium', high: 'high', urgent: 'urgent'} as const;

export const activity: ActivityMessages = {
  you: 'You',
  state: (actor, to) => (actor ? `${actor} ${states[to][0]}` : states[to][1]),
  assigned: (actor, to) => (actor ? `${actor} assigned ${to}` : `Assigned to ${to}`),
  assignedToThemselves: (actor) => `${actor} took this conversation`,
  unassigned: (actor) => (actor ? `${actor} took the assignment away` : 'Nobody is assigned any more'),
  tagged: (actor, tags) => (actor ? `${actor} added ${tags}` : `Tagged ${tags}`),
  untagged: (actor, tags) => (actor ? `${actor} removed ${tags}` : `Tag ${tags} removed`),
  retagged: (actor, added, removed) =>
    actor ? `${actor} added ${added} and removed ${removed}` : `Tagged ${added}, ${removed} removed`,
  priority: (actor, to) => {
    if (!to) return actor ? `${actor} took the priority away` : 'Priority taken away';
    return actor ? `${actor} set the priority to ${priorities[to]}` : `Priority set to ${priorities[to]}`;
  },
  ticket: (actor, number) => {
    const ticket = number ? `ticket ${number}` : 'a ticket';
    return actor ? `${actor} created ${ticket}` : `Created ${ticket}`;
  },
  escalated: (actor, reason) => {
    const what = actor ? `${actor} escalated` : 'Escalated';
    return reason ? `${what}: “${reason}”` : what;
  },
  escalationCleared: (actor, reason) => {
    const what = actor ? `${actor} cleared the escalation` : 'Escalation cleared';
    return reason ? `${what}: “${reason}”` : what;
  },
  handedToBot: (actor) => (actor ? `${actor} handed over to the bot` : 'Handed over to the bot'),
  handedToAgent: (actor) => (actor ? `${actor} took over from the bot` : 'Taken over from the bot'),
  botHandedOver: (bot) => `${bot} handed over to the team`,
  botTookOver: (bot) => `${bot} took over`,
  other: (actor) => (actor ? `${actor} changed this conversation` : 'This conversation was changed'),
};
