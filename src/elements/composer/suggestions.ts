import type {Agent, CannedReply, Id, Macro, WrittenKind} from '../../contract/index.js';
import type {Emoji} from './emoji.js';
import {wordsOf} from '../../internal/plain-text.js';
import type {Inbox} from '../../store/inbox.js';
import {offers} from '../../store/selectors.js';
import type {InboxState} from '../../store/state.js';
import {filled, knownFacts} from './gaps.js';
import {toned} from './skin-tone.js';
import type {Sign, Trigger} from './trigger.js';

/** One line of the list. */
export type Suggestion =
  | {readonly type: 'canned'; readonly reply: CannedReply; readonly text: string; readonly gaps: readonly string[]}
  | {readonly type: 'macro'; readonly macro: Macro}
  | {readonly type: 'agent'; readonly agent: Agent}
  | {readonly type: 'emoji'; readonly emoji: Emoji};

/** The signs that lead to something here; mentions are for notes only. */
export function signsFor(state: InboxState, kind: WrittenKind): ReadonlySet<Sign> {
  const signs = new Set<Sign>([':']);
  if (offers(state, 'canned') || offers(state, 'macros')) signs.add('/');
  if (kind === 'note' && offers(state, 'directory') && state.session?.capabilities.send.mentions) signs.add('@');
  return signs;
}

/** More of them would be a list to read, not to choose from. */
const most = 8;

/** What fits what was typed so far, best first. */
export async function findSuggestions({sign, query}: Trigger, inbox: Inbox, conversationId: Id, kind: WrittenKind): Promise<readonly Suggestion[]> {
  switch (sign) {
    case '/':
      return shortcuts(query, inbox, conversationId, kind);
    case '@': {
      const agents = await inbox.commands.agents(query, conversationId);
      const me = inbox.state.session?.me.id;
      return agents.filter(({id}) => id !== me).slice(0, most).map((agent) => ({type: 'agent', agent}));
    }
    case ':': {
      const {findEmoji} = await import('./emoji.js');
      const {skinTone} = inbox.state.choices;
      return findEmoji(query, most).map((each) => ({type: 'emoji', emoji: {...each, emoji: toned(each.emoji, skinTone)}}));
    }
  }
}

/** Canned replies as the backend finds them, then macros whose name fits. One that fails does not take the other with it. */
async function shortcuts(query: string, {state, commands}: Inbox, conversationId: Id, kind: WrittenKind): Promise<readonly Suggestion[]> {
  const [canned, macros] = await Promise.allSettled([
    offers(state, 'canned') ? commands.canned(query, conversationId, kind) : [],
    offers(state, 'macros') ? commands.macros() : [],
  ]);
  const wanted = query.toLowerCase();
  const fitting = macros.status === 'fulfilled' ? macros.value.filter(({name}) => name.toLowerCase().includes(wanted)).slice(0, most) : [];
  // Both are seen at once.
  const replies = canned.status === 'fulfilled' ? canned.value.slice(0, fitting.length > 0 ? most - 3 : most) : [];
  const facts = knownFacts(state, conversationId);
  return [
    ...replies.map((reply) => ({type: 'canned' as const, reply, ...filled(textOf(reply), facts)})),
    ...fitting.map((macro) => ({type: 'macro' as const, macro})),
  ];
}

const textOf = ({body: {format, value}}: CannedReply): string => (format === 'html' ? wordsOf(value) : value);
