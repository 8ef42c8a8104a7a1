import {html, nothing, type TemplateResult} from 'lit';
import type {AdapterError, ViewDef} from '../../contract/index.js';
import {LoopViewSelectEvent} from '../../events/view-events.js';
import type {Locale} from '../../i18n/locale.js';
import {listStates} from '../../i18n/locales/en/list-states.js';
import {states as statesInEnglish} from '../../i18n/locales/en/states.js';
import type {Inbox} from '../../store/inbox.js';
import type {ConversationList, ListQuery} from '../../store/state.js';
import {blank} from '../../templates/blank.js';
import {icon} from '../../templates/icon.js';
import {filterChips, filterWords, narrow} from './filter-chips.js';
import type {FilterChoices} from './filter-choices.js';

/** A list that shows no row, and what it is part of. */
export interface WithoutRows {
  readonly host: HTMLElement;
  readonly locale: Locale;
  readonly inbox: Inbox | undefined;
  readonly query: ListQuery | undefined;
  readonly list: ConversationList | undefined;
  readonly view: ViewDef | undefined;
  readonly viewName: string;
  /** The host has something to show where the list is empty. */
  readonly hostsWords: boolean;
  readonly choices: FilterChoices | undefined;
  readonly onSlot: (event: Event) => void;
  /** This machine's time, ms since the epoch. */
  readonly now: number;
}

/** What stands in the place of rows: what failed, or that there are none; undefined while they may be coming. */
export function withoutRows(place: WithoutRows): TemplateResult | undefined {
  const {inbox, list} = place;
  const connection = inbox?.state.connection;
  const error = list?.error ?? (connection?.status === 'waiting' || connection?.status === 'failed' ? connection.error : undefined);
  if (list?.status === 'failed' || (error && list?.status !== 'ready')) return failedList(place, error);
  if (list?.status !== 'ready') return undefined;
  return html`
    <slot name="empty" @slotchange=${place.onSlot}></slot>
    ${place.hostsWords ? nothing : emptyList(place)}
  `;
}

function showView({host, inbox}: WithoutRows, role: ViewDef['role']): void {
  const view = inbox?.state.views.find((candidate) => candidate.role === role);
  if (view) host.dispatchEvent(new LoopViewSelectEvent(view.id));
}

/** Says to what the list is narrowed, and undoes it. */
function noMatch({locale: {messages, format}, query, inbox, view, choices}: WithoutRows): TemplateResult {
  const words = filterWords(messages);
  const chips = choices ? filterChips(query?.filter ?? {}, messages, choices).map(({text}) => text) : [];
  return blank({
    icon: 'funnel-simple',
    title: (messages.listStates ?? listStates).noMatch,
    text: chips.length > 0 ? words.narrowedBy(format.list(chips)) : undefined,
    action: view && button(words.clearAll, () => narrow(inbox, view.id, {})),
  });
}

function emptyList(place: WithoutRows): TemplateResult {
  const {locale: {messages}, query, view, inbox} = place;
  const {listStates: words = listStates} = messages;
  if (Object.keys(query?.filter ?? {}).length > 0) return noMatch(place);
  if (view?.role === 'archived') return blank({icon: 'archive', title: words.emptyArchived, text: words.emptyArchivedText});
  if (view?.role !== 'active') return blank({icon: 'tray', title: words.emptyOther});
  const hasArchive = inbox?.state.views.some(({role}) => role === 'archived');
  return blank({
    icon: 'tray',
    title: words.empty,
    text: words.emptyText,
    action: hasArchive && button(words.seeArchived, () => showView(place, 'archived')),
  });
}

function failedList(place: WithoutRows, error: AdapterError | undefined): TemplateResult {
  const {locale: {messages, format}, view, viewName, inbox, query, now} = place;
  const {listStates: words = listStates, states = statesInEnglish} = messages;
  const connection = inbox?.state.connection;
  const retry = () => {
    if (connection?.status !== 'live') inbox?.retry();
    else if (query) inbox?.commands.reloadList(query);
  };
  if (error?.code === 'forbidden')
    return blank({
      icon: 'hand-palm',
      title: words.forbidden,
      text: words.forbiddenText(viewName),
      action: view?.role !== 'active' && button(words.backToActive, () => showView(place, 'active')),
    });
  return blank({
    icon: 'warning-circle',
    title: words.failed,
    text: `${states.because[error?.code ?? 'unknown'] ?? states.because['unknown'] ?? ''} ${states.nothingLost}`,
    action: html`<button class="button" type="button" @click=${retry}>${icon('arrow-clockwise', {size: 14})}${states.tryAgain}</button>`,
    hint: connection?.status === 'waiting' && states.nextTry(format.countdown(connection.retryAt - now)),
  });
}

const button = (label: string, onClick: () => void): TemplateResult =>
  html`<button class="button" type="button" @click=${onClick}>${label}</button>`;
