import {html, nothing, type TemplateResult} from 'lit';
import type {Locale} from '../../i18n/locale.js';
import {emoji} from '../../i18n/locales/en/emoji.js';
import {writing as english} from '../../i18n/locales/en/writing.js';
import {avatar} from '../../templates/avatar.js';
import {icon} from '../../templates/icon.js';
import type {Suggestion} from './suggestions.js';
import type {Sign} from './trigger.js';

export interface SuggestionList {
  readonly id: string;
  readonly optionId: (index: number) => string;
  /** Undefined while it is closed. */
  readonly sign: Sign | undefined;
  readonly query: string;
  readonly suggestions: readonly Suggestion[];
  readonly active: number;
  /** Why no macro may be run here. */
  readonly macroDenial: string | undefined;
  readonly locale: Locale;
}

/** A list of suggestions in groups. Rendered also while it is closed, so that it can be opened. */
export function suggestionList(list: SuggestionList): TemplateResult {
  const {id, sign, suggestions, locale} = list;
  const m = locale.messages.writing ?? english;
  const label = sign === '@' ? m.colleagues : sign === ':' ? (locale.messages.emoji ?? emoji).label : m.cannedAndMacros;
  const groups = [
    {label: m.canned, of: (each: Suggestion) => each.type === 'canned'},
    {label: m.macros, of: (each: Suggestion) => each.type === 'macro'},
    {label, of: (each: Suggestion) => each.type === 'agent' || each.type === 'emoji'},
  ].filter(({of}) => suggestions.some(of));
  return html`
    <div class="popover suggestions" popover="manual" id=${id} role="listbox" aria-label=${label} data-sign=${sign ?? nothing} @mousedown=${keepFocus}>
      ${groups.map(
        (group) => html`<div role="group" aria-label=${group.label}>
          <div class="suggestions-head" aria-hidden="true">
            <span>${group.label}</span>${group.label === m.macros ? nothing : html`<span><kbd>Tab</kbd> ${m.inserts}</span>`}
          </div>
          ${suggestions.map((suggestion, index) => (group.of(suggestion) ? option(suggestion, index, list) : nothing))}
        </div>`,
      )}
    </div>
    <span class="visually-hidden" role="status">${sign ? m.suggestions(suggestions.length) : nothing}</span>
  `;
}

/** A press in the list must not take the focus out of the field: that would close it before the click. */
const keepFocus = (event: Event): void => event.preventDefault();

function option(suggestion: Suggestion, index: number, {optionId, active, macroDenial, query}: SuggestionList): TemplateResult {
  const denial = suggestion.type === 'macro' ? macroDenial : undefined;
  return html`<div class="suggestion" role="option" id=${optionId(index)} aria-selected=${index === active} aria-disabled=${denial === undefined ? nothing : 'true'}>${inside(suggestion, query, denial)}</div>`;
}

function inside(suggestion: Suggestion, query: string, denial: string | undefined): TemplateResult {
  switch (suggestion.type) {
    case 'canned':
      return html`<bdi class="shortcut truncate">/${suggestion.reply.shortcut}</bdi><bdi class="truncate">${suggestion.text}</bdi>`;
    case 'macro': {
      const {name, description} = suggestion.macro;
      const detail = denial ?? description;
      return html`${icon('lightning')}<span class="two-lines"><bdi class="truncate strong">${name}</bdi>
        ${detail ? html`<bdi class="truncate detail">${detail}</bdi>` : nothing}</span>`;
    }
    case 'agent': {
      const {name, email} = suggestion.agent;
      return html`${avatar({kind: 'agent', name}, {size: 'sm'})}<bdi class="truncate">${marked(name, query)}</bdi>
        ${email ? html`<bdi class="truncate detail">${email}</bdi>` : nothing}`;
    }
    case 'emoji':
      return html`<span class="emoji">${suggestion.emoji.emoji}</span><span class="truncate" lang="en">${suggestion.emoji.name}</span>`;
  }
}

/** The name with what was typed of it in bold. */
function marked(name: string, query: string): unknown {
  const at = query ? name.toLowerCase().indexOf(query.toLowerCase()) : -1;
  return at < 0 ? name : html`${name.slice(0, at)}<b>${name.slice(at, at + query.length)}</b>${name.slice(at + query.length)}`;
}
