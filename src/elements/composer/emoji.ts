import {emojiData} from './emoji-data.js';

export type EmojiGroup = keyof typeof emojiData;

export interface Emoji {
  readonly emoji: string;
  /** English. */
  readonly name: string;
  /** More that it is found by. */
  readonly words: string;
}

function parse(line: string): Emoji {
  const [emoji = '', rest = ''] = line.split('\t');
  const [name = '', words = ''] = rest.split('|');
  return {emoji, name, words};
}

export const emojiGroups: readonly (readonly [EmojiGroup, readonly Emoji[]])[] = (Object.keys(emojiData) as EmojiGroup[]).map(
  (group) => [group, emojiData[group].split('\n').map(parse)],
);

const all = emojiGroups.flatMap(([, list]) => list);

/** 'thumbs-up', 'thumbs_up' and 'thumbsup' are one. */
const squeezed = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, '');

/** 0: its name begins so; 1: a word of its name does; 2: another word does; undefined: it does not fit. */
function rankOf({name, words}: Emoji, query: string, parts: readonly string[]): number | undefined {
  if (squeezed(name).startsWith(query)) return 0;
  const begins = (text: string) => {
    const has = text.toLowerCase().split(/[^\p{L}\p{N}+]+/u);
    return parts.every((part) => has.some((word) => word.startsWith(part)));
  };
  if (begins(name)) return 1;
  return begins(`${name} ${words}`) ? 2 : undefined;
}

/** What fits all words of a query, by name first; within one rank in Unicode's order. */
export function findEmoji(query: string, limit = Infinity): readonly Emoji[] {
  const parts = query.toLowerCase().split(/[\s_-]+/).filter(Boolean);
  if (parts.length === 0) return [];
  const ranks: [Emoji[], Emoji[], Emoji[]] = [[], [], []];
  for (const emoji of all) {
    const rank = rankOf(emoji, parts.join(''), parts);
    if (rank !== undefined) ranks[rank]?.push(emoji);
  }
  return ranks.flat().slice(0, limit);
}

/** The emoji themselves, e.g. those used last, with their names; what is unknown is left out. */
export const namedEmoji = (wanted: readonly string[]): readonly Emoji[] => wanted.flatMap((each) => all.find(({emoji}) => emoji === each) ?? []);
