import {html, nothing, type LitElement, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import type {Id} from '../../contract/index.js';
import type {Locale} from '../../i18n/locale.js';
import {emoji as english} from '../../i18n/locales/en/emoji.js';
import type {EmojiMessages} from '../../i18n/areas/emoji.js';
import type {Inbox} from '../../store/inbox.js';
import {emojiGroups, findEmoji, namedEmoji, type Emoji} from './emoji.js';
import {skinToneChoice, toned} from './skin-tone.js';

type Host = LitElement & {readonly conversationId: Id};

export interface EmojiPickerParts {
  readonly inbox: () => Inbox | undefined;
  readonly insert: (emoji: string) => void;
}

/** Of the grid. */
const columns = 8;
/** Rows of those used last. */
const recentCount = 2 * columns;

type Group = readonly [label: string, emoji: readonly Emoji[]];

const inRows = (list: readonly Emoji[]): readonly (readonly Emoji[])[] =>
  Array.from({length: Math.ceil(list.length / columns)}, (_, row) => list.slice(row * columns, (row + 1) * columns));

/**
 * A grid of emoji under a search field. The focus stays in the field; arrows move in the grid. Drawn by the system's own font, so nothing
 * is fetched for them.
 */
export class EmojiPicker {
  readonly #host: Host;
  readonly #parts: EmojiPickerParts;
  #query = '';
  /** Row and column of the one that Enter takes. */
  #at: readonly [row: number, column: number] = [0, 0];

  constructor(host: Host, parts: EmojiPickerParts) {
    this.#host = host;
    this.#parts = parts;
  }

  /** Begins anew: nothing searched, the first one chosen. */
  open(): void {
    this.#query = '';
    this.#at = [0, 0];
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      const grid = this.#grid;
      if (grid) grid.scrollTop = 0;
      this.#host.renderRoot.querySelector<HTMLElement>('.emoji-search')?.focus();
    });
  }

  view(locale: Locale): TemplateResult {
    const m = locale.messages.emoji ?? english;
    const {recentEmoji: recent = [], skinTone = ''} = this.#parts.inbox()?.state.choices ?? {};
    return html`
      <div class="emoji-top"><input class="field emoji-search" type="text" role="combobox" aria-label=${m.search} placeholder=${m.search} aria-expanded="true"
        aria-haspopup="grid" aria-controls="emoji-grid" aria-activedescendant=${this.#activeId ?? nothing} autocomplete="off" spellcheck="false"
        .value=${this.#query} @input=${this.#onInput} @keydown=${this.#onKeydown}>
        ${skinToneChoice(skinTone, m, (tone) => this.#chooseTone(tone))}</div>
      ${guard([m, recent, skinTone, this.#query, ...this.#at], () => this.#cells(m, recent, skinTone))}
    `;
  }

  #cells(m: EmojiMessages, recent: readonly string[], tone: string): TemplateResult {
    const groups = this.#groups(m, recent);
    if (groups.length === 0) return html`<p class="emoji-none" role="status">${m.nothing}</p>`;
    let row = -1;
    return html`<div class="emoji-grid" id="emoji-grid" role="grid" aria-label=${m.all} @mousedown=${keepFocus} @mouseup=${this.#onPress}>
      ${groups.map(
        ([label, list]) => html`<div role="rowgroup" aria-label=${label}>
          <div class="emoji-head" aria-hidden="true">${label}</div>
          ${inRows(list).map((each) => {
            row++;
            return this.#row(each, row, tone);
          })}
        </div>`,
      )}
    </div>`;
  }

  #row(list: readonly Emoji[], row: number, tone: string): TemplateResult {
    return html`<div class="emoji-row" role="row">${list.map(
      ({emoji, name}, column) => html`<span role="gridcell" id="emoji-${row}-${column}" lang="en" data-emoji=${emoji} aria-label=${name} title=${name}
        aria-selected=${row === this.#at[0] && column === this.#at[1]}>${toned(emoji, tone)}</span>`,
    )}</div>`;
  }

  #groups(m: EmojiMessages, recent: readonly string[]): readonly Group[] {
    if (this.#query.trim()) {
      const found = findEmoji(this.#query, 64);
      return found.length > 0 ? [[m.search, found]] : [];
    }
    const last = namedEmoji(recent);
    return [...(last.length > 0 ? [[m.recent, last] as const] : []), ...emojiGroups.map(([group, list]): Group => [m[group], list])];
  }

  get #grid(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.emoji-grid');
  }

  get #activeId(): string | undefined {
    const [row, column] = this.#at;
    return this.#query.trim() && findEmoji(this.#query, 1).length === 0 ? undefined : `emoji-${row}-${column}`;
  }

  readonly #onInput = (event: Event): void => {
    this.#query = (event.target as HTMLInputElement).value;
    this.#at = [0, 0];
    this.#host.requestUpdate();
  };

  readonly #onPress = ({target}: Event): void => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[role=gridcell]') : null;
    if (cell?.dataset['emoji']) this.#take(cell.dataset['emoji']);
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const rows = [...(this.#grid?.querySelectorAll('[role=row]') ?? [])].map((row) => row.children.length);
    if (event.key === 'Enter') {
      const chosen = this.#activeId && this.#host.renderRoot.querySelector<HTMLElement>(`#${this.#activeId}`)?.dataset['emoji'];
      if (chosen && !event.repeat) this.#take(chosen);
    } else {
      const forward = (event.currentTarget as Element).matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
      const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
      const steps: Partial<Record<string, readonly [number, number]>> = {ArrowDown: [1, 0], ArrowUp: [-1, 0], [forward]: [0, 1], [back]: [0, -1]};
      const step = steps[event.key];
      if (!step) return;
      this.#move(step, rows);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  /** To the next one in the row, or over its end; up and down within the column as far as rows have it. */
  #move([down, along]: readonly [number, number], rows: readonly number[]): void {
    let [row, column] = this.#at;
    row += down;
    column += along;
    if (column < 0) column = (rows[--row] ?? 0) - 1;
    else if (along > 0 && column >= (rows[row] ?? 0)) [row, column] = [row + 1, 0];
    const length = rows[row];
    if (length === undefined) return;
    this.#at = [row, Math.min(column, length - 1)];
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#reveal());
  }

  /** Scrolls the grid alone, not the host's page. */
  #reveal(): void {
    const grid = this.#grid;
    const cell = grid?.querySelector('[aria-selected=true]');
    if (!grid || !cell) return;
    const [box, place] = [grid.getBoundingClientRect(), cell.getBoundingClientRect()];
    if (place.top < box.top + headHeight) grid.scrollTop -= box.top + headHeight - place.top;
    else if (place.bottom > box.bottom) grid.scrollTop += place.bottom - box.bottom;
  }

  #chooseTone(skinTone: string): void {
    this.#parts.inbox()?.commands.choose({skinTone});
    this.#host.requestUpdate();
    this.#host.renderRoot.querySelector<HTMLElement>('.emoji-search')?.focus();
  }

  /** Remembered without its tone, which may be another next time. */
  #take(emoji: string): void {
    const commands = this.#parts.inbox()?.commands;
    const {recentEmoji: recent = [], skinTone = ''} = this.#parts.inbox()?.state.choices ?? {};
    commands?.choose({recentEmoji: [emoji, ...recent.filter((each) => each !== emoji)].slice(0, recentCount)});
    this.#parts.insert(toned(emoji, skinTone));
  }
}

/** px; the head of a group stays at the top of the grid. */
const headHeight = 28;

/** A press in the grid leaves the focus in the search field. */
const keepFocus = (event: Event): void => event.preventDefault();
