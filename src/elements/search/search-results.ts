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
    | {readonly contactId: Id};
}

export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

const icons = {conversation: 'chats-circle', message: 'chat-text', contact: 'user'} as const satisfies Record<SearchHit['scope'], IconName>;
const scopes = ['conversation', 'message', 'contact'] as const;

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

/** The text in three: before, the first place that matches, after. */
export function markMatch(text: string, wanted: string): readonly [before: string, match: string, after: string] {
  const at = wanted ? text.toLocaleLowerCase().indexOf(wanted.toLocaleLowerCase()) : -1;
  return at < 0 ? [text, '', ''] : [text.slice(0, at), text.slice(at, at + wanted.length), text.slice(at + wanted.length)];
}
