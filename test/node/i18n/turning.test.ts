import {describe, expect, it} from 'vitest';
import {ar} from '../../../src/i18n/locales/ar.js';
import {en} from '../../../src/i18n/locales/en.js';

type Sentence = (...given: readonly unknown[]) => unknown;

/** What people and backends wrote, by the names that sentences have for it. */
const foreign = new Set(['name', 'channel', 'view', 'author', 'actor', 'number', 'reason', 'bot', 'place', 'by', 'source', 'value', 'text', 'subject', 'why', 'gap']);
/** What we make: counts, times, words of the same language, lists whose names `format.list` has isolated, a host that is written in ASCII. */
const ours = new Set([
  'count', 'duration', 'time', 'label', 'names', 'version', 'larger', 'smaller', 'to', 'tags', 'added', 'removed', 'last', 'score', 'max', 'percent', 'index', 'field', 'chip', 'chips',
  'from', 'host', 'unsent', 'escalations', 'notifications', 'total', 'action', 'more',
]);

/** Every sentence that is given something, by its path: 'toast.archived'. */
function sentencesOf(value: unknown, path = ''): readonly (readonly [string, Sentence])[] {
  if (typeof value === 'function') return [[path, value as Sentence]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => sentencesOf(inner, path ? `${path}.${key}` : key));
}

/** `(name, count) => …`: ['name', 'count']; `({from, to}) => …`: none. */
function namesIn(sentence: Sentence): readonly string[] {
  const [, list] = /^(?:function )?\w*\(([^()]*)\)/.exec(String(sentence)) ?? [];
  return list?.includes('{') ? [] : (list ?? '').split(',').map((name) => name.trim()).filter(Boolean);
}

const english = sentencesOf(en).map(([path, sentence]) => [path, namesIn(sentence)] as const);
const turning = '\u202egnp.exe';

/** The sentence with a name in it that shows the rest of its line from right to left. */
function saidWithName(sentence: Sentence, names: readonly string[]): string[] {
  return [1, 2].map((other) => {
    const given = names.map((name) => (foreign.has(name) ? turning : name === 'to' ? 'archived' : other));
    return String(sentence(...given));
  });
}

const outsideIsolates = (words: string): string => words.replace(/\u2068[^\u2066-\u2069]*\u2069/g, '');
/** A name that stands alone has nothing to turn. */
const isTurned = (words: string): boolean => words !== turning && /[\u202a-\u202e]|gnp\.exe/.test(outsideIsolates(words));

describe('a name that turns what follows it', () => {
  it('is known in every sentence by the name of its place', () => {
    const unknown = english.flatMap(([path, names]) => names.filter((name) => !foreign.has(name) && !ours.has(name)).map((name) => `${path}: ${name}`));
    expect(unknown).toEqual([]);
  });

  it.each([
    ['English', en],
    ['Arabic', ar],
  ])('is kept apart from the rest of each sentence in %s', (_, messages) => {
    const sentences = new Map(sentencesOf(messages));
    const withName = english.filter(([, names]) => names.some((name) => foreign.has(name)));
    expect(withName.length).toBeGreaterThan(50);
    const turned = withName.flatMap(([path, names]) => saidWithName(sentences.get(path)!, names).filter(isTurned).map((words) => `${path}: ${words}`));
    expect([...new Set(turned)]).toEqual([]);
  });
});
