import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {loadLocale, localeToBeginWith} from '../i18n/load-locale.js';
import {englishFor, type Locale} from '../i18n/locale.js';
import {codeOf, insist} from '../internal/late.js';

/**
 * The language of the page around a host: the nearest `lang`, else the browser's. Its direction is the one that the page states around
 * the host, else the language's own. What the agent chose goes before the page, with its own direction, but not before the host's own
 * `lang`. Follows when any of them changes.
 */
export class PageLocale implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #chosen: () => string;
  #value: Locale | undefined;
  /** The agent's, as last read. */
  #choice = '';
  #tag: string | undefined;
  #dir: Locale['dir'] | undefined;
  #observer: MutationObserver | undefined;

  /** @param chosen by the agent; empty: nothing. */
  constructor(host: ReactiveControllerHost & HTMLElement, chosen = () => '') {
    this.#host = host;
    this.#chosen = chosen;
    host.addController(this);
  }

  get value(): Locale {
    return (this.#value ??= englishFor(languages()));
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => this.#read());
    this.#observer.observe(this.#host, {attributeFilter: ['lang', 'dir']});
    this.#observer.observe(document.documentElement, {attributeFilter: ['lang', 'dir']});
    this.#read();
  }

  hostUpdate(): void {
    if (this.#host.isConnected && this.#chosen() !== this.#choice) this.#read();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #read(): void {
    this.#choice = this.#chosen();
    const chosen = this.#host.lang ? '' : this.#choice;
    const tag = chosen || this.#host.closest('[lang]')?.getAttribute('lang') || document.documentElement.lang || languages()[0] || 'en';
    const dir = chosen ? undefined : this.#statedDirection();
    if (tag === this.#tag && dir === this.#dir) return;
    this.#tag = tag;
    this.#dir = dir;
    const turned = (locale: Locale): Locale => (dir ? {...locale, dir} : locale);
    this.#value ??= turned(localeToBeginWith(tag, languages()));
    const show = (loaded: Locale) => {
      if (this.#tag !== tag || this.#dir !== dir) return;
      const locale = turned(loaded);
      const before = this.#value;
      if (locale.tag === before?.tag && locale.dir === before.dir && locale.messages === before.messages) return;
      this.#value = locale;
      this.#host.requestUpdate();
    };
    const load = [`lang="${tag}"`, () => loadLocale(tag, languages())] as const;
    void codeOf(...load).then((loaded) => {
      show(loaded ?? englishFor(languages()));
      if (!loaded) void insist(...load).then(show);
    });
  }

  /** By an attribute or by CSS; undefined where the page is silent, which computes to the same as 'ltr'. */
  #statedDirection(): Locale['dir'] | undefined {
    const computed = getComputedStyle(this.#host).direction === 'rtl' ? 'rtl' : 'ltr';
    return computed === 'rtl' || this.#host.closest('[dir]') ? computed : undefined;
  }
}

const languages = (): readonly string[] => globalThis.navigator?.languages ?? [];
