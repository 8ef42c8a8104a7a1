import type {ReactiveController, ReactiveControllerHost} from 'lit';

export interface Toolbar {
  /** The controls in the order of what is seen; those that are not seen are skipped. */
  readonly items: () => readonly HTMLElement[];
  /** Which arrows move: 'row' start and end, 'column' up and down. */
  readonly axis: 'row' | 'column';
  /** The one to begin with, e.g. the view that is shown; absent: the first. */
  readonly preferred?: () => HTMLElement | null | undefined;
  /** Tab always comes to the preferred one, not to the one that had the focus last. The host calls `onFocusOut` too. */
  readonly startsAnew?: boolean;
}

const isSeen = (item: HTMLElement): boolean => !(item as Partial<HTMLButtonElement>).disabled && item.checkVisibility({visibilityProperty: true});

/**
 * Makes many controls one stop of the Tab key, as a toolbar is: arrows move among them, Home and End go to the ends, and Tab comes back to the one
 * that had the focus last, unless the toolbar starts anew. The host calls `onKeydown` and `onFocusIn` for what happens inside.
 */
export class ToolbarController implements ReactiveController {
  readonly #toolbar: Toolbar;
  #current: HTMLElement | undefined;

  constructor(host: ReactiveControllerHost, toolbar: Toolbar) {
    this.#toolbar = toolbar;
    host.addController(this);
  }

  /** Whatever was rendered, exactly one control is in the Tab order. */
  hostUpdated(): void {
    this.refresh();
  }

  /** For hosts whose slotted controls changed. */
  refresh(): void {
    const items = this.#toolbar.items();
    const seen = items.filter(isSeen);
    const current = seen.find((item) => item === this.#current) ?? this.#preferred(seen) ?? seen[0];
    for (const item of items) setStop(item, item === current);
  }

  readonly onFocusIn = (event: Event): void => {
    const path = event.composedPath();
    const item = this.#toolbar.items().find((each) => path.includes(each));
    if (!item || item === this.#current) return;
    this.#current = item;
    this.refresh();
  };

  readonly onFocusOut = (event: FocusEvent): void => {
    const bar = event.currentTarget as Element;
    if (!this.#toolbar.startsAnew || (event.relatedTarget instanceof Node && bar.contains(event.relatedTarget))) return;
    this.#current = undefined;
    this.refresh();
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
    const path = event.composedPath();
    const items = this.#toolbar.items().filter(isSeen);
    const at = items.findIndex((item) => path.includes(item));
    // Keys of what a control opened are its own: a popover lies inside the bar but is none of its controls.
    if (at < 0) return;
    const to = this.#target(event.key, at, items);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const item = items.at(to);
    if (item) setStop(item, true);
    item?.focus();
  };

  #target(key: string, at: number, items: readonly HTMLElement[]): number | undefined {
    if (key === 'Home') return 0;
    if (key === 'End') return -1;
    const forwards = getComputedStyle(items[at] ?? document.body).direction === 'rtl' ? -1 : 1;
    const rows: Readonly<Record<string, number>> = {ArrowRight: forwards, ArrowLeft: -forwards};
    const columns: Readonly<Record<string, number>> = {ArrowDown: 1, ArrowUp: -1};
    const step = (this.#toolbar.axis === 'column' ? columns : rows)[key];
    return step === undefined ? undefined : (at + step) % items.length;
  }

  #preferred(seen: readonly HTMLElement[]): HTMLElement | undefined {
    const preferred = this.#toolbar.preferred?.();
    return seen.find((item) => item === preferred);
  }
}

/**
 * An element of ours with controls inside is left out of the Tab order as a whole by its own index. That is not taken away while the focus is inside: an
 * engine would take the focus away too.
 */
function setStop(item: HTMLElement, stop: boolean): void {
  if (!stop) item.tabIndex = -1;
  else if (!item.localName.includes('-')) item.tabIndex = 0;
  else if (!item.shadowRoot?.activeElement) item.removeAttribute('tabindex');
}
