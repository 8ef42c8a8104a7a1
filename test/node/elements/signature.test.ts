import {describe, expect, it} from 'vitest';
import {signed} from '../../../src/elements/composer/signature.js';
import {emptyState} from '../../../src/store/runtime.js';
import {conversation, everyCapability} from '../../support/fake-inbox.js';

function state(about: {kind?: string; kept?: string; here?: string; max?: number} = {}) {
  const all = emptyState();
  all.conversations.put('k1', conversation('k1', {channel: {kind: about.kind ?? 'email'}}));
  all.choices = {...all.choices, signature: about.here ?? ''};
  if (about.kept !== undefined) all.profile = {name: 'Lena', signature: about.kept, keeps: new Set(['signature'])};
  if (about.max !== undefined)
    all.session = {me: {id: 'me', name: 'Lena'}, adapterName: 'x', capabilities: {...everyCapability, maxBodyChars: about.max}, features: new Set(), identity: undefined};
  return all;
}

describe('the signature', () => {
  it('ends a reply by mail, whether the backend or the browser keeps it', () => {
    expect(signed('Hello', state({kept: 'Lena\nRepairs'}), 'k1', 'reply')).toBe('Hello\n\n-- \nLena\nRepairs');
    expect(signed('Hello', state({here: 'Lena'}), 'k1', 'reply')).toBe('Hello\n\n-- \nLena');
  });

  it('is the backend’s where it keeps one, also when that is empty', () => {
    expect(signed('Hello', state({kept: '', here: 'Lena'}), 'k1', 'reply')).toBe('Hello');
  });

  it('ends neither a note nor a message of another channel', () => {
    expect(signed('Hello', state({here: 'Lena'}), 'k1', 'note')).toBe('Hello');
    expect(signed('Hello', state({here: 'Lena', kind: 'web-chat'}), 'k1', 'reply')).toBe('Hello');
  });

  it('is not put below a message that was called back and has it', () => {
    expect(signed('Hello\n\n-- \nLena', state({here: 'Lena'}), 'k1', 'reply')).toBe('Hello\n\n-- \nLena');
  });

  it('is left out rather than making a message too long', () => {
    expect(signed('Hello', state({here: 'Lena', max: 10}), 'k1', 'reply')).toBe('Hello');
  });
});
