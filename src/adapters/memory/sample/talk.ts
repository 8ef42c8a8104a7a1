import type {Activity, Agent, Priority, ConversationState, Tag, Team} from '../../../contract/index.js';
import type {FileMessage} from '../conversation-file.js';
import {agents, teams} from './people.js';
import {tags} from './tags-and-views.js';

/** What a line of a script cannot say (files, HTML, headers), by the id of its message. */
export type Extras = Readonly<Record<string, Partial<FileMessage>>>;

const day = /^(?:(\d{4})-)?(\d\d)-(\d\d)$/;
const line = /^(?:(\d\d:\d\d(?::\d\d)?) )?(?:\[([\w-]+)\] )?(?:(>)|([a-z]+)([:#!]))(?: (.*))?$/;

const named = <T extends {readonly id: string}>(list: readonly T[], id: string): T => {
  const found = list.find((each) => each.id === id);
  if (!found) throw new Error(`The sample desk knows no '${id}'`);
  return found;
};

const agent = (id: string): Agent => {
  const {name} = named(agents, id);
  return {id, name};
};

const assignee = (id: string): Agent | Team | null => {
  if (id === 'nobody') return null;
  const team = teams.find((each) => each.id === id);
  return team ? {type: 'team', id, name: team.name} : agent(id);
};

const tagsOf = (ids: string): Tag[] => ids.split(',').map((id) => named(tags, id));

const mentionsIn = (text: string): string[] =>
  agents.filter((each) => text.includes(`@${each.name}`)).map((each) => each.id);

function activity(told: string): Activity {
  const [word = '', ...rest] = told.split(' ');
  const what = rest.join(' ');
  switch (word) {
    case 'assigned':
      return {type: 'assigned', to: assignee(what)};
    case 'tagged':
      return {type: 'tagged', added: tagsOf(what)};
    case 'untagged':
      return {type: 'tagged', removed: tagsOf(what)};
    case 'priority':
      return {type: 'priority', to: what as Priority};
    case 'state':
      return {type: 'state', to: what as ConversationState};
    case 'ticket':
      return {type: 'ticket', ticketId: `ticket-${what.toLowerCase()}`, number: what};
    case 'escalated':
      return {type: 'escalated', reason: what};
    case 'calmed':
      return {type: 'escalation-cleared', reason: what};
    case 'handed':
      return {type: 'handed', to: what === 'bot' ? 'bot' : 'agent'};
    case 'other':
      return {type: 'other'};
    default:
      throw new Error(`The sample desk knows no activity '${word}'`);
  }
}

/** An untimed line comes as long after the one before as it takes to read that and type this. */
const pause = (text: string): number => 1000 * (20 + ((text.length * 17) % 150));

const iso = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

/**
 * Messages from a script, one a line: `18:04 > …` from the contact, `lena: …` a reply, `lena# …` a note, `lena! assigned jonas`
 * an activity, `[id]` before the author names the message. A day stands alone as `03-23`; times are UTC and may be left out.
 * Agents named with an `@` in a note are mentioned. `¶` breaks a line; a line that is none of these goes on the one above.
 *
 * Replies count as read when the contact wrote again later, otherwise as delivered.
 */
export function talk(script: string, extras: Extras = {}): FileMessage[] {
  const messages: FileMessage[] = [];
  let date = '';
  let now = 0;
  const lines: string[] = [];
  for (const raw of script.split('\n').map((each) => each.trim())) {
    if (day.test(raw) || line.test(raw)) lines.push(raw);
    else if (raw) lines.push(`${lines.pop() ?? ''} ${raw}`);
  }
  for (const each of lines) {
    const newDay = day.exec(each);
    if (newDay) {
      date = `${newDay[1] ?? '2026'}-${newDay[2]}-${newDay[3]}`;
      continue;
    }
    const [, time, id, incoming, who, mark, body = ''] = line.exec(each) ?? [];
    const text = body.replaceAll(/ ?¶ ?/g, '\n');
    now = time ? Date.parse(`${date}T${time}Z`) : now + pause(text);
    const mentions = mark === '#' ? mentionsIn(text) : [];
    messages.push({
      ...(id && {id}),
      at: iso(now),
      ...(incoming
        ? {kind: 'incoming'}
        : {kind: mark === '#' ? 'note' : mark === '!' ? 'activity' : 'reply', by: who}),
      ...(mark === '!' && {activity: activity(text)}),
      ...(mark === '!' ? text.startsWith('other ') && {text: text.slice(6)} : text && {text}),
      ...(mentions.length > 0 && {mentions}),
      ...(id && extras[id]),
    });
  }
  const lastHeard = messages.findLastIndex((each) => each.kind === 'incoming');
  return messages.map((each, index) =>
    each.kind === 'reply' && !each.delivery ? {...each, delivery: index < lastHeard ? 'read' : 'delivered'} : each,
  );
}
