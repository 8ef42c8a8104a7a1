import {html, type LitElement, type ReactiveController, type TemplateResult} from 'lit';
import {keepPanels, readPanels} from '../internal/kept-panels.js';

export type Panel = 'menu' | 'list' | 'contact';

interface Bounds {
  /** px. */
  readonly least: number;
  readonly most: number;
}

const stepPx = 16;
/** Dragged to less than this share of its least width, a panel goes. */
const hideBelow = 0.6;

const bounds = {
  menu: {least: 140, most: 280},
  list: {least: 220, most: 560},
  contact: {least: 220, most: 560},
} as const satisfies Record<Panel, Bounds>;

/** A panel never takes more of the inbox than this: the conversation is what the agent works in. */
const mostShare = {menu: 0.25, list: 0.4, contact: 0.4} as const satisfies Record<Panel, number>;

/**
 * Lets an agent move the edges between panels, by dragging and by keys, and hide a panel. The edge is a window splitter: arrows move it, Home and End
 * go to the ends, Enter hides or shows its panel, a double click gives it its own width back. Widths belong to the host element, by its id, not to its data.
 */
export class PanelSizeController implements ReactiveController {
  readonly #host: LitElement;
  readonly #onHide: (panel: Panel) => void;
  readonly #px = new Map<Panel, number>();
  readonly #hidden = new Set<Panel>();

  /** @param onHide shows or hides a panel that is not this controller's to hide. */
  constructor(host: LitElement, onHide: (panel: Panel) => void = () => undefined) {
    this.#host = host;
    this.#onHide = onHide;
    const {sizes = {}, hidden = []} = readPanels(host.id);
    for (const panel of Object.keys(bounds) as Panel[]) {
      const px = sizes[panel];
      if (typeof px === 'number' && px > 0) this.#px.set(panel, px);
      if (Array.isArray(hidden) && hidden.includes(panel)) this.#hidden.add(panel);
    }
    host.addController(this);
  }

  isHidden(panel: Panel): boolean {
    return this.#hidden.has(panel);
  }

  toggle(panel: Panel): void {
    if (panel === 'contact') return this.#onHide(panel);
    if (!this.#hidden.delete(panel)) this.#hidden.add(panel);
    this.#changed();
  }

  /** Written through CSSOM: a style attribute dies under a strict CSP. */
  hostUpdated(): void {
    const shell = this.#shell;
    if (!shell) return;
    for (const panel of Object.keys(bounds) as Panel[]) {
      const px = this.#px.get(panel);
      if (px === undefined) shell.style.removeProperty(`--_${panel}-size`);
      else shell.style.setProperty(`--_${panel}-size`, `${px}px`);
      shell.toggleAttribute(`data-no-${panel}`, this.#hidden.has(panel));
    }
    this.#keepFocus();
    for (const handle of shell.querySelectorAll<HTMLElement>('.handle')) this.#tellValue(handle, handle.dataset['panel'] as Panel);
  }

  /** The edge itself. It is no stop of the Tab key: F6 goes to it. */
  handle(panel: Panel, label: string): TemplateResult {
    return html`<div class="handle handle-${panel}" role="separator" aria-orientation="vertical" tabindex="-1" aria-label=${label} data-panel=${panel}
      aria-valuenow=${this.#px.get(panel) ?? 0} @pointerdown=${(event: PointerEvent) => this.#drag(event, panel)}
      @dblclick=${() => this.#reset(panel)} @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, panel)}></div>`;
  }

  get #shell(): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('.shell');
  }

  /** What had the focus may have gone with its panel. */
  #keepFocus(): void {
    const root = this.#host.shadowRoot;
    const active = root?.activeElement;
    if (!active || active.checkVisibility()) return;
    const toggle = root.querySelector<HTMLElement>('.list-toggle');
    if (active.matches('.handle') && toggle?.checkVisibility()) toggle.focus();
    else root.querySelector<HTMLElement>('loop-conversation')?.focus();
  }

  /** What the edge stands at is known only once it is laid out. */
  #tellValue(handle: HTMLElement, panel: Panel): void {
    handle.ariaValueNow = String(this.#hidden.has(panel) ? 0 : Math.round(this.#widthOf(handle)));
    handle.ariaValueMin = String(bounds[panel].least);
    handle.ariaValueMax = String(this.#most(panel));
  }

  #most(panel: Panel): number {
    const room = this.#shell?.clientWidth ?? 0;
    return Math.max(bounds[panel].least, Math.min(bounds[panel].most, Math.floor(room * mostShare[panel])));
  }

  #drag(event: PointerEvent, panel: Panel): void {
    const handle = event.currentTarget as HTMLElement;
    const from = this.#widthOf(handle);
    const start = event.clientX;
    const sign = this.#sign(handle, panel);
    const move = (next: PointerEvent) => {
      const px = from + sign * (next.clientX - start);
      const hide = px < bounds[panel].least * hideBelow;
      if (hide !== this.#hidden.has(panel) && panel !== 'contact') this.toggle(panel);
      if (!hide) this.#set(panel, px);
    };
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), {once: true});
  }

  #onKeydown(event: KeyboardEvent, panel: Panel): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const handle = event.currentTarget as HTMLElement;
    const px = this.#target(event.key, handle, panel);
    if (px === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    if (px === undefined) return this.toggle(panel);
    if (this.#hidden.has(panel)) this.toggle(panel);
    this.#set(panel, px);
  }

  #target(key: string, handle: HTMLElement, panel: Panel): number | undefined {
    if (key === 'Home') return bounds[panel].least;
    if (key === 'End') return this.#most(panel);
    const direction = {ArrowRight: 1, ArrowLeft: -1}[key];
    return direction && this.#widthOf(handle) + direction * this.#sign(handle, panel) * stepPx;
  }

  #set(panel: Panel, px: number): void {
    this.#px.set(panel, Math.round(Math.max(bounds[panel].least, Math.min(this.#most(panel), px))));
    this.#changed();
  }

  #reset(panel: Panel): void {
    this.#px.delete(panel);
    this.#hidden.delete(panel);
    this.#changed();
  }

  #changed(): void {
    keepPanels(this.#host.id, {sizes: Object.fromEntries(this.#px), hidden: [...this.#hidden]});
    this.#host.requestUpdate();
  }

  #widthOf(handle: HTMLElement): number {
    const panel = handle.dataset['panel'] === 'menu' ? this.#shell?.querySelector('.rail') : handle.parentElement;
    return panel?.getBoundingClientRect().width ?? 0;
  }

  /** 1 where a pointer that goes right makes the panel wider. */
  #sign(handle: HTMLElement, panel: Panel): 1 | -1 {
    const rightToLeft = getComputedStyle(handle).direction === 'rtl';
    return (panel === 'contact') === rightToLeft ? 1 : -1;
  }
}
