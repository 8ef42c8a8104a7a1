import {describe, expect, it} from 'vitest';
import {tellActivity} from '../../../src/elements/thread/activity-line.js';
import {englishFor} from '../../../src/i18n/locale.js';
import type {Activity, Author} from '../../../src/model/index.js';
import {message, tag} from '../../support/fake-inbox.js';

const locale = englishFor(['en']);
const jonas: Author = {kind: 'agent', id: 'jonas', name: 'Jonas Weber'};
const me: Author = {kind: 'agent', id: 'me', name: 'Lena Brandt'};
const bot: Author = {kind: 'bot'};
const system: Author = {kind: 'system', name: 'Rules'};

const tell = (author: Author, activity: Activity, text = ''): string =>
  tellActivity(message('a', 'k1', {kind: 'activity', author, activity, body: {format: 'text', value: text}}), 'me', locale);

describe('tellActivity', () => {
  it.each<[Author, Activity, string]>([
    [jonas, {type: 'state', to: 'archived'}, 'Jonas Weber archived this conversation'],
    [me, {type: 'state', to: 'active'}, 'You reopened this conversation'],
    [system, {type: 'state', to: 'snoozed'}, 'Snoozed'],
    [bot, {type: 'assigned', to: {id: 'me', name: 'Lena Brandt'}}, 'Bot assigned you'],
    [jonas, {type: 'assigned', to: {id: 'jonas', name: 'Jonas Weber'}}, 'Jonas Weber took this conversation'],
    [jonas, {type: 'assigned', to: null}, 'Jonas Weber took the assignment away'],
    [jonas, {type: 'assigned', to: {type: 'team', id: 't', name: 'Repairs'}}, 'Jonas Weber assigned Repairs'],
    [jonas, {type: 'tagged', added: [tag('order'), tag('late')]}, 'Jonas Weber added order and late'],
    [jonas, {type: 'tagged', removed: [tag('late')]}, 'Jonas Weber removed late'],
    [jonas, {type: 'tagged', added: [tag('a')], removed: [tag('b')]}, 'Jonas Weber added a and removed b'],
    [me, {type: 'priority', to: 'high'}, 'You set the priority to high'],
    [me, {type: 'priority', to: null}, 'You took the priority away'],
    [jonas, {type: 'ticket', ticketId: '1', number: 'NL-1'}, 'Jonas Weber created ticket NL-1'],
    [jonas, {type: 'escalated', reason: 'late'}, 'Jonas Weber escalated: “late”'],
    [system, {type: 'escalation-cleared'}, 'Escalation cleared'],
    [me, {type: 'handed', to: 'agent'}, 'You took over from the bot'],
    [bot, {type: 'handed', to: 'agent'}, 'Bot handed over to the team'],
    [bot, {type: 'handed', to: 'bot'}, 'Bot took over'],
    [jonas, {type: 'other'}, 'Jonas Weber changed this conversation'],
  ])('says it in words: %o %o', (author, activity, sentence) => {
    expect(tell(author, activity)).toBe(sentence);
  });

  it('shows the words of an activity of another kind', () => {
    expect(tell(system, {type: 'other'}, 'Merged with 4711')).toBe('Merged with 4711');
  });
});
