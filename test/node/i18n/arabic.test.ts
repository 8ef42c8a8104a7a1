import {describe, expect, it} from 'vitest';
import {ar, arabic} from '../../../src/i18n/locales/ar.js';
import {en} from '../../../src/i18n/locales/en.js';

type Leaf = string | ((...given: readonly unknown[]) => unknown);

/** Every sentence by its path: 'composer.send'. */
function leaves(value: unknown, path = ''): readonly (readonly [string, Leaf])[] {
  if (typeof value === 'string' || typeof value === 'function') return [[path, value as Leaf]];
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key));
}

const english = new Map(leaves(en));
const sentences = new Map(leaves(ar));
const shapeOf = (leaf: Leaf): string => (typeof leaf === 'function' ? `function of ${leaf.length}` : 'string');

/** Said with what is given in turn, and with nothing. */
const given = ['active', 'archived', 'automated', 'snoozed', 'low', 'أمل', 0, 1, 2, 3, 11, 100, undefined];
const saidBy = (leaf: Leaf): readonly string[] =>
  typeof leaf === 'string'
    ? [leaf]
    : given.flatMap((first) => given.map((second) => leaf(first, second, 'أمل'))).filter((said): said is string => typeof said === 'string');

/** Product names, keys, acronyms, and the names by which a developer calls us. */
const latinNames = /Loop Inbox|name@example\.com|Chrome|Edge|Firefox|Safari|Enter|\b(?:Esc|Shift|Ctrl|Home|End|Page Up|Page Down)\b|\bAPI\b|\badapter\b|\bdemo\b/g;
/** What a test put in. */
const putIn = /active|archived|automated|snoozed|low|undefined|NaN/g;

const withoutNumber = (sentence: string): string => sentence.replace(/[\d٠-٩]+/g, '#');
const counts = [0, 1, 2, 3, 11, 100];

describe('Arabic', () => {
  it('has every sentence of English and no other', () => {
    expect([...sentences.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('is given as much for each as English is', () => {
    const shapes = (of: ReadonlyMap<string, Leaf>) => Object.fromEntries([...of].map(([path, leaf]) => [path, shapeOf(leaf)]));
    expect(shapes(sentences)).toEqual(shapes(english));
  });

  it('has words for each, in Arabic letters', () => {
    const isArabic = (said: string) => /\p{Script=Arabic}/u.test(said) && !/\p{Script=Latin}/u.test(said);
    const isName = (said: string) => said.replace(/[\s\d\p{P}\p{S}\u2068\u2069]/gu, '') === '';
    const odd = [...sentences].flatMap(([path, leaf]) =>
      saidBy(leaf)
        .map((said) => said.replace(latinNames, '').replace(putIn, ''))
        .filter((said) => !isArabic(said) && !isName(said))
        .map((said) => `${path}: ${said}`),
    );
    expect(odd).toEqual([]);
    expect([...sentences].filter(([, leaf]) => saidBy(leaf).includes('')).map(([path]) => path)).toEqual([]);
  });

  it.each([
    ['characters left', ar.sending.charactersLeft],
    ['characters over', ar.sending.charactersOver],
    ['quoted lines', ar.messageDetails.quoted],
    ['new notifications', ar.notifications.fresh],
    ['length of a field', ar.ticket.tooLong],
  ])('counts in six forms: %s', (_, say) => {
    expect(new Set(counts.map((count) => withoutNumber(say(count)))).size).toBe(6);
  });

  it('takes the form by the last two digits', () => {
    const say = ar.sending.charactersLeft;
    expect([103, 111, 202].map((count) => withoutNumber(say(count)))).toEqual([3, 11, 100].map((count) => withoutNumber(say(count))));
  });

  it('writes counts in the digits of its region', () => {
    expect(arabic('ar-EG').threadNews.newMessages(12)).toBe('١٢ رسالة جديدة');
    expect(arabic('ar-MA').threadNews.newMessages(12)).toBe('12 رسالة جديدة');
  });

  it('keeps a name of the other direction from turning its sentence', () => {
    expect(ar.list.assignedTo('Ann (2)')).toBe('مُسندة إلى \u2068Ann (2)\u2069');
  });

  it('tells what the agent did in the second person', () => {
    expect(ar.activity.state(ar.activity.you, 'archived')).toBe('أُرشفت المحادثة بواسطتك');
    expect(ar.activity.assigned('أمل', ar.activity.you)).toBe('أُسندت المحادثة إليك بواسطة \u2068أمل\u2069');
  });
});
