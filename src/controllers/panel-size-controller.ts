import {html, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';

type Panel = 'list' | 'contact';

const stepPx = 16;
const leastPx = 220;
const mostPx = 560;

/** Lets an agent drag the edge between two panels, or move it with the arrow keys. The widths belong to the host, not to its data. */
export class PanelSizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #px = new Map<Panel, number>();

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Written through CSSOM: a style attribute dies under a strict CSP. */
  hostUpdated(): void {
    const shell = this.#host.shadowRoot?.querySelector<HTMLElement>('.shell');
    for (const [panel, px] of this.#px) shell?.style.setProperty(`--_${panel}-size`, `${px}px`);
  }

  /** The edge itself. Double click gives the panel its own width back. */
  handle(panel: Panel, label: string): TemplateResult {
    return html`<div class="handle handle-${panel}" role="separator" aria-orientation="vertical" tabindex="0" aria-label=${label}
      aria-valuenow=${Math.round(this.#px.get(panel) ?? (panel === 'list' ? 340 : 280))} aria-valuemin=${leastPx} aria-valuemax=${mostPx}
      @pointerdown=${(event: PointerEvent) => this.#drag(event, panel)} @dblclick=${() => this.#reset(panel)}
      @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, panel)}></div>`;
  }

  #drag(event: PointerEvent, panel: Panel): void {
    const handle = event.currentTarget as HTMLElement;
    const from = this.#widthOf(handle);
    const start = event.clientX;
    const sign = this.#sign(handle, panel);
    const move = (next: PointerEvent) => this.#set(panel, from + sign * (next.clientX - start));
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), {once: true});
  }

  #onKeydown(event: KeyboardEvent, panel: Panel): void {
    const direction = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (!direction) return;
    const handle = event.currentTarget as HTMLElement;
    event.preventDefault();
    this.#set(panel, this.#widthOf(handle) + direction * this.#sign(handle, panel) * stepPx);
  }

  #set(panel: Panel, px: number): void {
    this.#px.set(panel, Math.max(leastPx, Math.min(mostPx, px)));
    this.#host.requestUpdate();
  }

  #reset(panel: Panel): void {
    this.#px.delete(panel);
    this.#host.shadowRoot?.querySelector<HTMLElement>('.shell')?.style.removeProperty(`--_${panel}-size`);
    this.#host.requestUpdate();
  }

  #widthOf(handle: HTMLElement): number {
    return handle.parentElement?.getBoundingClientRect().width ?? 0;
  }

  /** 1 where a pointer that goes right makes the panel wider. */
  #sign(handle: HTMLElement, panel: Panel): 1 | -1 {
    const rightToLeft = getComputedStyle(handle).direction === 'rtl';
    return (panel === 'list') === rightToLeft ? -1 : 1;
  }
}
