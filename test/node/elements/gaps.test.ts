import {describe, expect, it} from 'vitest';
import {filled, knownFacts, openGaps} from '../../../src/elements/composer/gaps.js';
import {emptyState} from '../../../src/store/runtime.js';
import {conversation, everyCapability} from '../../support/fake-inbox.js';

function facts() {
  const state = emptyState();
  state.conversations.put('k1', conversation('k1', {number: '48', subject: 'Pole', contact: {id: 'c1', name: 'Marta'}}));
  state.contacts.put('c1', {id: 'c1', name: 'Marta', company: 'Polska {x}'});
  state.session = {me: {id: 'me', name: 'Lena'}, adapterName: 'x', capabilities: everyCapability, features: new Set(), identity: undefined};
  return knownFacts(state, 'k1');
}

describe('a canned reply', () => {
  it('gets what is known of contact, agent and conversation, in one or two braces', () => {
    const {text, gaps} = filled('{contact.name} ({{ contact.company }}), {agent.name}, {CONVERSATION.number}: {conversation.subject}', facts());
    expect(text).toBe('Marta (Polska {x}), Lena, 48: Pole');
    expect(gaps).toEqual([]);
  });

  it('keeps as a gap what nobody knows, and what has no name here', () => {
    const {text, gaps} = filled('{contact.phone} {amount} {amount} { a\nb } {}', facts());
    expect(text).toBe('{contact.phone} {amount} {amount} { a\nb } {}');
    expect(gaps).toEqual(['{contact.phone}', '{amount}']);
  });
});

describe('open gaps', () => {
  it('are all that still stand in the text, in its order', () => {
    expect(openGaps('On {day} for {amount}, {day}', ['{amount}', '{day}', '{gone}'])).toEqual([
      {text: '{day}', start: 3, end: 8},
      {text: '{amount}', start: 13, end: 21},
      {text: '{day}', start: 23, end: 28},
    ]);
    expect(openGaps('{typed}')).toEqual([]);
  });
});
