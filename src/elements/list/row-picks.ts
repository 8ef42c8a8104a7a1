import {html, nothing, type LitElement, type ReactiveController, type TemplateResult} from 'lit';
import {LoopConversationArchiveEvent} from '../../events/conversation-events.js';
import {bulk as english} from '../../i18n/locales/en/bulk.js';
import type {SpokenMessages} from '../../i18n/messages.js';
import {defineLate} from '../../internal/define.js';
import type {Id} from '../../model/index.js';
import type {Inbox} from '../../store/inbox.js';
import {icon} from '../../templates/icon.js';

/** What a selection needs of its list. */
export interface PickPlace {
  readonly inbox: () => Inbox | undefined;
  /** All rows, in the order they are shown. */
  readonly keys: () => readonly Id[];
  /** Where the row in the Tab order stands. */
  readonly active: () => number;
  readonly moveTo: (index: number) => void;
}

/**
 * The rows an agent has picked to do one thing to all of them: by space, by arrows or a click with Shift, by Ctrl or Cmd, by Ctrl+A, and by the box
 * that takes the place of the channel. A row that leaves the list leaves the selection.
 */
export class RowPicks implements ReactiveController {
  readonly #host: LitElement;
  readonly #place: PickPlace;
  #picked: ReadonlySet<Id> = new Set();
  /** Where a stretch begins, and what was picked before it. */
  #anchor: Id = '';
  #before: ReadonlySet<Id> = new Set();
  #view: Id = '';
  #used = false;
  #barHadFocus = false;

  constructor(host: LitElement, place: PickPlace) {
    this.#host = host;
    this.#place = place;
    host.addController(this);
  }

  has(id: Id): boolean {
    return this.#picked.has(id);
  }

  get size(): number {
    return this.#picked.size;
  }

  /** Of one view, and only what is in it. @param isThere of a row. */
  keep(view: Id, isThere: (id: Id) => boolean): void {
    if (view !== this.#view) this.#picked = new Set();
    this.#view = view;
    const left = [...this.#picked].filter(isThere);
    if (left.length < this.#picked.size) this.#picked = new Set(left);
  }

  clear(): void {
    this.#pick(new Set());
  }

  get ids(): readonly Id[] {
    return [...this.#picked];
  }

  /** What a key asks to do with all of them. */
  act(what: 'archive' | 'unread'): void {
    if (what === 'archive') this.archive();
    else this.#place.inbox()?.commands.bulk(this.ids, {type: 'unread'});
  }

  /** Where the host page does not keep one. */
  archive(): void {
    const ids = [...this.#picked].filter((id) => this.#host.dispatchEvent(new LoopConversationArchiveEvent(id)));
    this.#place.inbox()?.commands.bulk(ids, {type: 'move', to: 'archived'});
  }

  hostUpdate(): void {
    this.#barHadFocus = this.#host.shadowRoot?.activeElement?.localName === 'loop-bulk-bar';
  }

  hostUpdated(): void {
    const root = this.#host.renderRoot;
    root.querySelector('[role="grid"]')?.setAttribute('aria-multiselectable', 'true');
    root.querySelector('.rows')?.classList.toggle('picking', this.size > 0);
    // The bar lies over it.
    root.querySelector('loop-list-header')?.toggleAttribute('inert', this.size > 0);
    if (this.#barHadFocus && this.size === 0) this.#host.focus({preventScroll: true});
  }

  /** Over the heading of the list. It stays, unseen, so that what it says last is heard. */
  bar(): TemplateResult | typeof nothing {
    if (!this.#used) return nothing;
    return html`<loop-bulk-bar ?hidden=${this.size === 0} .ids=${this.ids} @clear=${() => this.clear()} @archive=${() => this.archive()}></loop-bulk-bar>`;
  }

  /** The box of a row. */
  box(id: Id, {bulk: words = english}: SpokenMessages): TemplateResult {
    return html`<div class="pick-cell" role="gridcell"><button class="pick" type="button" role="checkbox" tabindex="-1" aria-checked=${this.has(id)}
      aria-label=${words.select}>${icon('check-bold', {size: 12})}</button></div>`;
  }

  /** @returns true where the click picked, and opens nothing. */
  onClick(event: MouseEvent, id: Id): boolean {
    const onBox = (event.target as Element).closest('.pick') !== null;
    if (event.shiftKey) this.#extendTo(id);
    else if (onBox || event.ctrlKey || event.metaKey) this.#toggle(id);
    else return false;
    return true;
  }

  /** @returns true where the key was meant for the selection. */
  onKeydown(event: KeyboardEvent): boolean {
    const {key, shiftKey, altKey, target} = event;
    const withCommand = event.ctrlKey || event.metaKey;
    const keys = this.#place.keys();
    const at = this.#place.active();
    const id = keys[at];
    if (altKey || event.isComposing || id === undefined || (target as Element).matches('button')) return false;
    const step = {ArrowDown: 1, ArrowUp: -1}[key];
    if (withCommand && !shiftKey && key === 'a') this.#pick(new Set(keys));
    else if (withCommand) return false;
    else if (key === ' ' && shiftKey) this.#extendTo(id);
    else if (key === ' ') this.#toggle(id);
    else if (key === 'Escape' && this.size > 0) this.clear();
    else if (step && shiftKey) {
      if (!this.#anchor) this.#begin(id);
      const to = Math.max(0, Math.min(keys.length - 1, at + step));
      this.#place.moveTo(to);
      this.#extendTo(keys[to] ?? id);
    } else return false;
    return true;
  }

  #begin(id: Id): void {
    this.#anchor = id;
    this.#before = new Set([...this.#picked].filter((other) => other !== id));
  }

  #toggle(id: Id): void {
    const picked = new Set(this.#picked);
    if (!picked.delete(id)) picked.add(id);
    this.#pick(picked);
    this.#begin(id);
  }

  /** The stretch from where it began to this row; what was picked before it stays. */
  #extendTo(id: Id): void {
    const keys = this.#place.keys();
    if (!keys.includes(this.#anchor)) this.#begin(keys[this.#place.active()] ?? id);
    const [from, to] = [keys.indexOf(this.#anchor), keys.indexOf(id)];
    this.#pick(new Set([...this.#before, ...keys.slice(Math.min(from, to), Math.max(from, to) + 1)]));
  }

  #pick(picked: ReadonlySet<Id>): void {
    if (picked.size === 0) this.#anchor = '';
    this.#picked = picked;
    this.#host.requestUpdate();
    if (this.#used || picked.size === 0) return;
    this.#used = true;
    defineLate('loop-bulk-bar', async () => (await import('./loop-bulk-bar.js')).LoopBulkBar);
  }
}
