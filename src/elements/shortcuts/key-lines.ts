import type {FixedKey, KeyName, ShortcutSection} from '../../i18n/areas/shortcuts.js';
import {isOfConversation, keyOf, shortcuts, type Keymap, type Shortcut} from '../../internal/keymap.js';
import type {InboxState} from '../../store/state.js';
import {marks} from '../composer/format-menu.js';
import type {Mark} from '../composer/formatting.js';

/** Keys that are pressed together: names of `KeyName`, or the letter itself. */
export type Combination = readonly (KeyName | (string & {}))[];

/** One thing that can be done, and every way to do it. */
export interface KeyLine {
  readonly does: {readonly shortcut: Shortcut} | {readonly fixed: FixedKey} | {readonly mark: Mark};
  readonly ways: readonly Combination[];
}

export interface KeySection {
  readonly name: ShortcutSection;
  readonly lines: readonly KeyLine[];
}

/** Whether the backend takes what a shortcut does. */
function isOffered(shortcut: Shortcut, {session}: InboxState): boolean {
  if (!session) return true;
  const {capabilities, features} = session;
  const rules: Partial<Record<Shortcut, boolean>> = {
    search: true,
    reply: capabilities.kinds.includes('reply'),
    note: capabilities.kinds.includes('note'),
    archive: capabilities.states.includes('archived'),
    snooze: capabilities.states.includes('snoozed'),
    assign: features.has('assignment'),
    tag: features.has('tags'),
    ticket: features.has('tickets'),
  };
  return rules[shortcut] ?? true;
}

/** Every key of the inbox as it is now: with the host's keymap, what the backend has, and what Enter does for this agent. */
export function keySections(all: InboxState, keymap: Keymap | undefined): readonly KeySection[] {
  const ofKeymap = (wanted: (shortcut: Shortcut) => boolean): KeyLine[] =>
    shortcuts
      .filter((shortcut) => wanted(shortcut) && isOffered(shortcut, all) && keyOf(shortcut, keymap) !== undefined)
      .map((shortcut) => ({does: {shortcut}, ways: waysOf(shortcut, keymap)}));
  const sections: readonly KeySection[] = [
    {
      name: 'anywhere',
      lines: [
        ...ofKeymap((shortcut) => !isOfConversation(shortcut)),
        fixed('regions', ['F6'], ['Shift', 'F6']),
        fixed('buttons', ['ArrowLeft'], ['ArrowRight']),
        fixed('close', ['Escape']),
      ],
    },
    {name: 'conversation', lines: ofKeymap(isOfConversation)},
    {name: 'list', lines: listLines},
    {name: 'messages', lines: [fixed('read', ['ArrowUp'], ['ArrowDown'], ['Home'], ['End'])]},
    {name: 'composer', lines: composerLines(all)},
  ];
  return sections.filter(({lines}) => lines.length > 0);
}

function waysOf(shortcut: Shortcut, keymap: Keymap | undefined): readonly Combination[] {
  const key = keyOf(shortcut, keymap) ?? '';
  return [[key.length === 1 ? key.toUpperCase() : key], ...(shortcut === 'search' ? [['Control', 'K']] : [])];
}

const fixed = (what: FixedKey, ...ways: readonly Combination[]): KeyLine => ({does: {fixed: what}, ways});

const listLines: readonly KeyLine[] = [
  fixed('move', ['ArrowUp'], ['ArrowDown'], ['Home'], ['End'], ['PageUp'], ['PageDown']),
  fixed('open', ['Enter']),
  fixed('inside', ['ArrowRight']),
  fixed('pick', ['Space']),
  fixed('stretch', ['Shift', 'ArrowUp'], ['Shift', 'ArrowDown'], ['Shift', 'Space']),
  fixed('all', ['Control', 'A']),
  fixed('none', ['Escape']),
];

function composerLines({choices, session}: InboxState): readonly KeyLine[] {
  const offers = (feature: 'canned' | 'macros' | 'directory') => session?.features.has(feature) ?? true;
  const {kinds = [], bodyFormats = []} = session?.capabilities ?? {};
  return [
    choices.enterSends ? fixed('send', ['Enter'], ['Control', 'Enter']) : fixed('send', ['Control', 'Enter']),
    choices.enterSends ? fixed('break', ['Shift', 'Enter']) : fixed('break', ['Enter']),
    fixed('leave', ['Escape']),
    ...(offers('canned') || offers('macros') ? [fixed('canned', ['/'])] : []),
    ...(offers('directory') && kinds.includes('note') ? [fixed('mention', ['@'])] : []),
    fixed('emoji', [':']),
    ...(bodyFormats.includes('markdown') ? marks.flatMap(([mark, , key]): KeyLine[] => (key ? [{does: {mark}, ways: [['Control', key]]}] : [])) : []),
  ];
}
