import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import {unturned} from '../../i18n/isolate.js';
import {files as english} from '../../i18n/locales/en/files.js';
import {messageDetails} from '../../i18n/locales/en/message-details.js';
import type {Locale} from '../../i18n/locale.js';
import type {Attachment} from '../../model/index.js';
import type {Inbox} from '../../store/inbox.js';
import {base} from '../../styles/base.js';
import {controls} from '../../styles/controls.js';
import {icon} from '../../templates/icon.js';
import {save, type Address, type FileSource} from '../message/file-source.js';
import {styles} from './loop-lightbox.styles.js';

export interface LightboxPicture {
  readonly file: Attachment;
  readonly source: FileSource;
}

/**
 * Shows one picture of a thread in full, and leads to the others.
 *
 * @summary Image viewer
 * @tag loop-lightbox
 */
export class LoopLightbox extends LitElement {
  static override styles = [base, controls, styles];

  @property({attribute: false}) pictures: readonly LightboxPicture[] = [];

  @property({attribute: false}) inbox: Inbox | undefined;

  @property({attribute: false}) locale!: Locale;

  /** Which of the pictures is shown. */
  @property({type: Number}) index = 0;

  @state() private status: 'loading' | 'ready' | 'failed' = 'loading';

  @state() private address: Address | undefined;

  @query('dialog') private readonly dialog!: HTMLDialogElement;

  async show(): Promise<void> {
    await this.updateComplete;
    if (!this.isConnected || this.dialog.open) return;
    this.dialog.showModal();
    this.renderRoot.querySelector<HTMLElement>('.close')?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#release();
  }

  protected override firstUpdated(): void {
    this.dialog.addEventListener('click', this.#onClick);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('index') || changed.has('pictures')) void this.#load();
  }

  protected override render(): TemplateResult {
    const words = this.locale.messages.files ?? english;
    const {download} = this.locale.messages.messageDetails ?? messageDetails;
    const {file} = this.#current ?? {};
    const count = this.pictures.length;
    const step = (by: 1 | -1, label: string) => html`
      <button type="button" class="icon-button step" data-by=${by} aria-label=${label} title=${label} @click=${() => this.#step(by)}>
        ${icon(by > 0 ? 'caret-right' : 'caret-left', {mirror: true, size: 28})}
      </button>
    `;
    return html`
      <dialog aria-label=${words.viewer} dir=${this.locale.dir} lang=${this.locale.tag} @keydown=${this.#onKeydown} @close=${this.#onClose}>
        <header>
          <p role="status">
            <bdi class="name truncate">${unturned(file?.name ?? '')}</bdi>
            ${count > 1 ? html`<span class="position">${words.position(this.index + 1, count)}</span>` : nothing}
          </p>
          <button type="button" class="icon-button" aria-label=${download(file?.name ?? '')} title=${download(file?.name ?? '')} @click=${this.#save}>
            ${icon('download-simple')}
          </button>
          <button type="button" class="icon-button close" aria-label=${words.close} title=${words.close} @click=${() => this.dialog.close()}>${icon('x')}</button>
        </header>
        <div class="stage">
          ${count > 1 ? step(-1, words.previous) : nothing}
          <div class="place">${this.#picture(file, words)}</div>
          ${count > 1 ? step(1, words.next) : nothing}
        </div>
      </dialog>
    `;
  }

  #picture(file: Attachment | undefined, words: typeof english): unknown {
    if (this.status === 'failed') return html`<p class="told" role="alert">${icon('image-broken', {size: 28})}${words.failed}</p>`;
    if (!file || !this.address) return html`<p class="told" role="status">${words.loading}</p>`;
    // A new element for each: the one before is not seen under the name of the next.
    return keyed(this.address, html`<img src=${this.address.href} alt=${file.name} referrerpolicy="no-referrer" @error=${this.#onError}>`);
  }

  get #current(): LightboxPicture | undefined {
    return this.pictures[this.index];
  }

  async #load(): Promise<void> {
    this.#release();
    this.status = 'loading';
    const picture = this.#current;
    const source = picture?.source;
    if (!source) return void (this.status = 'failed');
    if ('href' in source) return this.#take({href: source.href});
    try {
      const address = await source.fetch();
      if (picture === this.#current && this.isConnected) this.#take(address);
      else address.revoke?.();
    } catch {
      if (picture === this.#current) this.status = 'failed';
    }
  }

  #take(address: Address): void {
    this.address = address;
    this.status = 'ready';
  }

  #release(): void {
    this.address?.revoke?.();
    this.address = undefined;
  }

  /** Behind the last comes the first. */
  #step(by: number): void {
    const count = this.pictures.length;
    this.index = (this.index + by + count) % count;
  }

  readonly #save = async (): Promise<void> => {
    const {file, source} = this.#current ?? {};
    if (!file || !source || !this.inbox) return;
    try {
      await save(file.name, 'fetch' in source ? source.fetch : async () => ({href: source.href}), this.inbox);
    } catch {
      this.status = 'failed';
    }
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    // Keys belong to the picture as long as it is open.
    event.stopPropagation();
    const forward = this.locale.dir === 'rtl' ? -1 : 1;
    const count = this.pictures.length;
    const to = {ArrowRight: this.index + forward, ArrowLeft: this.index - forward, Home: 0, End: count - 1}[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#step(to - this.index);
  };

  /** Beside the picture; by keyboard there is Escape. */
  readonly #onClick = (event: Event): void => {
    if (!(event.target as Element).closest('header, button, img')) this.dialog.close();
  };

  readonly #onError = (): void => {
    this.status = 'failed';
  };

  readonly #onClose = (): void => {
    this.dispatchEvent(new Event('close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'loop-lightbox': LoopLightbox;
  }
}
