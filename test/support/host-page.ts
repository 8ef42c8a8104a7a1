import {expect, fixture, html} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import type {LoopInbox} from '../../src/elements/inbox/loop-inbox.js';
import {deepQuery} from './deep.js';
import {frames} from './shell-harness.js';

/** What a host page would have to live with: errors that nobody caught, and what is said in its console. */
export class Troubles {
  readonly uncaught: string[] = [];
  readonly errors: string[] = [];
  readonly warnings: string[] = [];
  readonly #console = {error: console.error, warn: console.warn};

  watch(): void {
    for (const told of [this.uncaught, this.errors, this.warnings]) told.length = 0;
    window.addEventListener('error', this.#note, true);
    window.addEventListener('unhandledrejection', this.#note, true);
    console.error = (...said: unknown[]) => void this.errors.push(said.map(String).join(' '));
    console.warn = (...said: unknown[]) => void this.warnings.push(said.map(String).join(' '));
  }

  unwatch(): void {
    window.removeEventListener('error', this.#note, true);
    window.removeEventListener('unhandledrejection', this.#note, true);
    Object.assign(console, this.#console);
  }

  readonly #note = (event: ErrorEvent | PromiseRejectionEvent): void => {
    const error: unknown = 'reason' in event ? event.reason : event.error;
    // The notice of a browser that a size is told of one frame later; no error of anybody.
    if ('message' in event && event.message.startsWith('ResizeObserver loop')) return;
    this.uncaught.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    event.preventDefault();
    event.stopImmediatePropagation();
  };
}

/** A page with something of its own beside the inbox: words, a field, a button, and timers. */
export class HostPage {
  #pressed = 0;
  readonly #before: string;

  private constructor(
    readonly main: HTMLElement,
    readonly element: LoopInbox,
  ) {
    main.querySelector('button')!.addEventListener('click', () => this.#pressed++);
    this.#before = this.#own();
  }

  static async with(content: TemplateResult): Promise<HostPage> {
    const main = await fixture<HTMLElement>(html`<main><p>The page's own words</p><input value="kept"><button>Its button</button><div></div></main>`);
    const box = main.querySelector('div')!;
    Object.assign(box.style, {inlineSize: '1300px', blockSize: '600px'});
    return new HostPage(main, await fixture<LoopInbox>(content, {parentNode: box}));
  }

  /** Is it as it was, does its button work, do its timers tick? */
  async goesOn(): Promise<void> {
    const pressed = this.#pressed;
    this.main.querySelector('button')!.click();
    await new Promise((ticked) => setTimeout(ticked));
    expect(this.#own(), 'what is the page’s own').to.equal(this.#before);
    expect(this.#pressed, 'its button').to.equal(pressed + 1);
  }

  shows(id: string): boolean {
    return deepQuery(this.element, `.row[data-id="${id}"]`) !== undefined;
  }

  async showing(id: string): Promise<void> {
    for (let left = 300; left > 0 && !this.shows(id); left--) await frames(1);
    expect(this.shows(id), `the row of ${id}`).to.equal(true);
  }

  leave(): void {
    this.main.remove();
  }

  #own(): string {
    return [...this.main.children].slice(0, 3).map((each) => `${each.outerHTML} ${JSON.stringify(each.getBoundingClientRect())}`).join('\n');
  }
}
