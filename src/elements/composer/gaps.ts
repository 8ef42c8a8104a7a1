import type {Id} from '../../contract/index.js';
import {selectContact, selectConversation} from '../../store/selectors.js';
import type {InboxState} from '../../store/state.js';

/** '{amount}' in a canned reply: something that is known, or that the agent has to fill in. Other systems write two braces. */
const pattern = /\{\{?\s*([^{}\n]{1,40}?)\s*\}\}?/g;

/** One place in a text that is still open. */
export interface Gap {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a canned reply may ask for by name. What nobody knows of this contact stays open. */
export function knownFacts(state: InboxState, conversationId: Id): ReadonlyMap<string, string> {
  const conversation = selectConversation(state, conversationId);
  const contact = selectContact(state, conversationId);
  const {profile} = state;
  const me = state.session?.me;
  const facts: Readonly<Record<string, string | undefined>> = {
    'contact.name': contact?.name,
    'contact.email': contact?.email,
    'contact.phone': contact?.phone,
    'contact.company': contact?.company,
    'agent.name': profile?.displayName ?? profile?.name ?? me?.name,
    'agent.email': profile?.email ?? me?.email,
    'conversation.number': conversation?.number,
    'conversation.subject': conversation?.subject,
    'channel.name': conversation?.channel.name,
  };
  return new Map(Object.entries(facts).flatMap(([name, value]) => (value ? [[name, value] as const] : [])));
}

/** A canned reply with what is known in it, and the gaps that are left. */
export function filled(text: string, facts: ReadonlyMap<string, string>): {readonly text: string; readonly gaps: readonly string[]} {
  const gaps = new Set<string>();
  const words = text.replace(pattern, (whole, name: string) => {
    const fact = facts.get(name.toLowerCase());
    if (fact === undefined) gaps.add(whole);
    return fact ?? whole;
  });
  return {text: words, gaps: [...gaps]};
}

/** Where the gaps of canned replies still stand in what is written. */
export function openGaps(text: string, gaps: readonly string[] = []): readonly Gap[] {
  return gaps
    .flatMap((gap) => {
      const found: Gap[] = [];
      for (let start = text.indexOf(gap); start >= 0; start = text.indexOf(gap, start + gap.length)) found.push({text: gap, start, end: start + gap.length});
      return found;
    })
    .sort((a, b) => a.start - b.start);
}
