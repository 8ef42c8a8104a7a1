import type {Id, SearchHit, ViewDef} from '../../contract/index.js';
import type {IconName} from '../../templates/icon.js';

/** One line that can be chosen. */
export interface Choice {
  readonly id: string;
  readonly icon: IconName;
  readonly title: string;
  readonly detail?: string | undefined;
  /** ISO 8601. */
  readonly at?: string | undefined;
  readonly target:
    | {readonly view: Id}
    | {readonly conversationId: Id; readonly messageId?: Id | undefined}
    | {readonly contactId: Id}
    /** To be looked for again. */
    | {readonly again: string};
}

export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

const icons = {conversation: 'chats-circle', message: 'chat-text', contact: 'user'} as const satisfies Record<SearchHit['scope'], IconName>;
export const scopes = ['conversation', 'message', 'contact'] as const;

function targetOf({conversationId, messageId, contactId}: SearchHit): Choice['target'] | undefined {
  if (conversationId !== undefined) return {conversationId, messageId};
  return contactId === undefined ? undefined : {contactId};
}

/** What was found, by kind; a hit that leads nowhere is left out. */
export function groupHits(hits: readonly SearchHit[], labels: Readonly<Record<SearchHit['scope'], string>>): ChoiceGroup[] {
  return scopes
    .map((scope) => ({
      label: labels[scope],
      choices: hits
        .filter((hit) => hit.scope === scope)
        .map((hit, index) => ({hit, id: `${scope}-${index}`, target: targetOf(hit)}))
        .filter((each): each is typeof each & {target: Choice['target']} => each.target !== undefined)
        .map(({hit, id, target}): Choice => ({id, icon: icons[scope], title: hit.title, detail: hit.excerpt, at: hit.at, target})),
    }))
    .filter(({choices}) => choices.length > 0);
}

/** Views whose name holds the text: the quickest way between lists. */
export function groupViews(views: readonly ViewDef[], nameOf: (view: ViewDef) => string, text: string, label: string): ChoiceGroup[] {
  const wanted = text.trim().toLocaleLowerCase();
  const choices = views
    .map((view): Choice => ({id: `view-${view.id}`, icon: 'tray', title: nameOf(view), target: {view: view.id}}))
    .filter(({title}) => title.toLocaleLowerCase().includes(wanted));
  return choices.length > 0 ? [{label, choices}] : [];
}

/** What was looked for before: all of it while nothing is typed. */
export const groupRecent = (recent: readonly string[], label: string): ChoiceGroup[] =>
  recent.length > 0
    ? [{label, choices: recent.map((text, index) => ({id: `recent-${index}`, icon: 'clock', title: text, target: {again: text}}))}]
    : [];

/** The newest first, each once, as many as fit under the field. */
export const withRecent = (recent: readonly string[], text: string): readonly string[] =>
  [text, ...recent.filter((each) => each.toLocaleLowerCase() !== text.toLocaleLowerCase())].slice(0, 6);

/** The text in pieces: every second one, from the second on, is one of the words that were looked for. */
export function markMatches(text: string, wanted: string): readonly string[] {
  const words = wanted.split(/\s+/).filter(Boolean).sort((a, b) => b.length - a.length);
  if (words.length === 0) return [text];
  return text.split(new RegExp(`(${words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')})`, 'giu'));
}
