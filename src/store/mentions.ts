import type {Id} from '../contract/index.js';

const escape = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Who of `named` (names by id) is still in a text, each with an @ before the name; 'Ann Lee' does not name Ann. */
export function mentionedIn(text: string, named: Readonly<Record<Id, string>>): readonly Id[] {
  const longestFirst = Object.values(named).sort((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return [];
  const any = new RegExp(`@(${longestFirst.map(escape).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  const found = new Set([...text.matchAll(any)].map((match) => match[1]));
  return Object.keys(named).filter((id) => found.has(named[id]));
}
