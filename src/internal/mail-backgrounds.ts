import {isLarge} from './large-pictures.js';

/**
 * Pictures behind the words of a mail. No style tells how large one is, so each is looked at before it is drawn; in the place of a very
 * large one stands a button that brings it.
 */
export class MailBackgrounds {
  readonly #box: HTMLElement;
  readonly #add: (button: HTMLElement) => void;
  readonly #label: string;
  /** The custom property of each. */
  readonly #names = new Map<string, string>();

  /** @param box around the mail: what is set on it reaches all of its styles. @param add puts the button where it is seen. @param label its words. */
  constructor(box: HTMLElement, add: (button: HTMLElement) => void, label: string) {
    this.#box = box;
    this.#add = add;
    this.#label = label;
  }

  /** The value that draws the picture of an address as soon as it may be drawn. */
  readonly of = (address: string): string => {
    const known = this.#names.get(address);
    const name = known ?? `--_behind-${this.#names.size}`;
    if (known === undefined) {
      this.#names.set(address, name);
      this.#look(address, name);
    }
    return `var(${name}, none)`;
  };

  #look(address: string, name: string): void {
    const image = new Image();
    const draw = () => this.#box.style.setProperty(name, `url("${address}")`);
    image.addEventListener('load', () => {
      if (isLarge(image.naturalWidth, image.naturalHeight)) this.#offer(draw);
      else draw();
    });
    image.referrerPolicy = 'no-referrer';
    image.src = address;
  }

  #offer(draw: () => void): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('data-large', '');
    button.textContent = this.#label;
    button.addEventListener('click', () => {
      draw();
      button.remove();
    });
    this.#add(button);
  }
}
