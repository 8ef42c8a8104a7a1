import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {loadLocale} from '../i18n/load-locale.js';
import {englishFor, type Locale} from '../i18n/locale.js';

/** The language of the page around a host: the nearest `lang`, else the browser's. Follows when that changes. */
export class PageLocale implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #value: Locale | undefined;
  #tag: string | undefined;
  #observer: MutationObserver | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get value(): Locale {
    return (this.#value ??= englishFor(languages()));
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => this.#read());
    this.#observer.observe(this.#host, {attributeFilter: ['lang']});
    this.#observer.observe(document.documentElement, {attributeFilter: ['lang']});
    this.#read();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #read(): void {
    const tag = this.#host.closest('[lang]')?.getAttribute('lang') || document.documentElement.lang || languages()[0] || 'en';
    if (tag === this.#tag) return;
    this.#tag = tag;
    void loadLocale(tag, languages()).then((locale) => {
      if (this.#tag !== tag || (locale.tag === this.#value?.tag && locale.messages === this.#value.messages)) return;
      this.#value = locale;
      this.#host.requestUpdate();
    });
  }
}

const languages = (): readonly string[] => globalThis.navigator?.languages ?? [];
