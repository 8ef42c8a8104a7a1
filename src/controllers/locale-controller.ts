import type {ReactiveControllerHost} from 'lit';
import type {Format} from '../i18n/format.js';
import {englishFor, type Locale} from '../i18n/locale.js';
import type {SpokenMessages} from '../i18n/messages.js';
import {localeContext} from './locale-context.js';
import {NearestValue} from './nearest-value.js';

/** The sentences and formats an element speaks: its provider's, or English where there is none. */
export class LocaleController {
  readonly #nearest: NearestValue<Locale>;
  readonly #own: () => Locale | undefined;
  #fallback: Locale | undefined;

  /** @param own what goes before the nearest provider's. */
  constructor(host: ReactiveControllerHost & HTMLElement, own: () => Locale | undefined = () => undefined) {
    this.#nearest = new NearestValue(host, localeContext);
    this.#own = own;
  }

  get value(): Locale {
    return this.#own() ?? this.#nearest.value ?? (this.#fallback ??= englishFor(globalThis.navigator?.languages ?? []));
  }

  get messages(): SpokenMessages {
    return this.value.messages;
  }

  get format(): Format {
    return this.value.format;
  }

  /** BCP 47. */
  get locale(): string {
    return this.value.tag;
  }

  get dir(): 'ltr' | 'rtl' {
    return this.value.dir;
  }
}
