import {html, type TemplateResult} from 'lit';
import type {AdapterError} from '../../contract/index.js';
import {listHeader} from '../../i18n/locales/en/list-header.js';
import {listStates} from '../../i18n/locales/en/list-states.js';
import {states as statesInEnglish} from '../../i18n/locales/en/states.js';
import type {SpokenMessages} from '../../i18n/messages.js';
import {blank} from '../../templates/blank.js';
import {icon} from '../../templates/icon.js';
import {bone} from '../../templates/skeleton.js';

/** Boxes of real rows where rows will be. */
export const listSkeleton = (label: string): TemplateResult => html`
  <div class="skeleton" role="img" aria-label=${label}>
    ${Array.from(
      {length: 8},
      (_, index) => html`<div class="row"><div class="row-facts">
        <span class="row-channel">${bone('bone-mark')}</span><span class="row-name">${bone(`bone-${index % 3}`)}</span>
        <span class="row-time">${bone('bone-time')}</span><span class="row-preview">${bone(`bone-${(index + 1) % 3}-long`)}</span>
        <span class="row-meta">${bone('bone-short')}</span><span class="row-end">${bone('bone-face')}</span>
      </div></div>`,
    )}
  </div>
`;

export interface EmptyList {
  readonly messages: SpokenMessages;
  readonly role: 'active' | 'archived' | 'automated' | 'saved' | undefined;
  readonly filtered: boolean;
  readonly onClear: () => void;
  readonly onArchived: (() => void) | undefined;
}

export function emptyList({messages: {listStates: words = listStates, listHeader: {clearFilter} = listHeader}, role, filtered, onClear, onArchived}: EmptyList): TemplateResult {
  if (filtered)
    return blank({icon: 'funnel-simple', title: words.noMatch, action: button(clearFilter, onClear)});
  if (role === 'archived') return blank({icon: 'archive', title: words.emptyArchived, text: words.emptyArchivedText});
  if (role !== 'active') return blank({icon: 'tray', title: words.emptyOther});
  return blank({
    icon: 'tray',
    title: words.empty,
    text: words.emptyText,
    action: onArchived && button(words.seeArchived, onArchived),
  });
}

export interface FailedList {
  readonly messages: SpokenMessages;
  readonly error: AdapterError | undefined;
  readonly viewName: string;
  /** '8 s'; undefined when no next try is set. */
  readonly nextTry: string | undefined;
  readonly onRetry: () => void;
  readonly onActive: (() => void) | undefined;
}

export function failedList({messages, error, viewName, nextTry, onRetry, onActive}: FailedList): TemplateResult {
  const {listStates: words = listStates, states = statesInEnglish} = messages;
  if (error?.code === 'forbidden')
    return blank({
      icon: 'hand-palm',
      title: words.forbidden,
      text: words.forbiddenText(viewName),
      action: onActive && button(words.backToActive, onActive),
    });
  return blank({
    icon: 'warning-circle',
    title: words.failed,
    text: `${states.because[error?.code ?? 'unknown'] ?? states.because['unknown'] ?? ''} ${states.nothingLost}`,
    action: html`<button class="button" type="button" @click=${onRetry}>${icon('arrow-clockwise', {size: 14})}${states.tryAgain}</button>`,
    hint: nextTry && states.nextTry(nextTry),
  });
}

const button = (label: string, onClick: () => void): TemplateResult =>
  html`<button class="button" type="button" @click=${onClick}>${label}</button>`;
