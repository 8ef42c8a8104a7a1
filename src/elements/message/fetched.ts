import {noChange} from 'lit';
import {AsyncDirective} from 'lit/async-directive.js';
import {directive, type ElementPart} from 'lit/directive.js';
import type {Address} from './file-source.js';

/** Begins before it is seen, so that it is there when it is. */
const ahead = '300px';

/** Fetches what an `<img>` shows once it comes near the view, and gives it back when the picture goes. */
class Fetched extends AsyncDirective {
  #key: string | undefined;
  #image: HTMLImageElement | undefined;
  #fetch: (() => Promise<Address>) | undefined;
  #observer: IntersectionObserver | undefined;
  #address: Address | undefined;

  render(_key: string, _fetch: () => Promise<Address>): unknown {
    return noChange;
  }

  override update({element}: ElementPart, [key, fetch]: Parameters<this['render']>): unknown {
    this.#fetch = fetch;
    if (key === this.#key) return noChange;
    this.#release();
    this.#key = key;
    this.#image = element as HTMLImageElement;
    this.#watch();
    return noChange;
  }

  protected override disconnected(): void {
    this.#release();
  }

  protected override reconnected(): void {
    this.#watch();
  }

  #watch(): void {
    const image = this.#image;
    if (!image) return;
    this.#observer = new IntersectionObserver((seen) => seen.some(({isIntersecting}) => isIntersecting) && void this.#load(image), {rootMargin: ahead});
    this.#observer.observe(image);
  }

  async #load(image: HTMLImageElement): Promise<void> {
    const key = this.#key;
    this.#observer?.disconnect();
    try {
      const address = await this.#fetch?.();
      if (!address) return;
      if (key !== this.#key || !this.isConnected) return address.revoke?.();
      this.#address = address;
      image.src = address.href;
    } catch {
      // The box keeps the picture's name; opening it says what is wrong.
    }
  }

  #release(): void {
    this.#observer?.disconnect();
    this.#address?.revoke?.();
    this.#address = undefined;
    this.#image?.removeAttribute('src');
  }
}

/** On an `<img>`: its picture comes from elsewhere than an address. @param key the same for the same picture. */
export const fetched = directive(Fetched);
