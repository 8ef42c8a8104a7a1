import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import {InboxController} from '../../controllers/inbox-controller.js';
import {LocaleController} from '../../controllers/locale-controller.js';
import type {KeyName, ShortcutsMessages} from '../../i18n/areas/shortcuts.js';
import {shortcuts as english} from '../../i18n/locales/en/shortcuts.js';
import {writing} from '../../i18n/locales/en/writing.js';
import {isMac} from '../../internal/is-mac.js';
import type {Keymap} from '../../internal/keymap.js';
import {base} from '../../styles/base.js';
import {controls} from '../../styles/controls.js';
import {dialog} from '../../styles/dialog.js';
import {icon} from '../../templates/icon.js';
import {keySections, type Combination, type KeyLine, type KeySection} from './key-lines.js';
import {styles} from './loop-shortcuts.styles.js';

/** Shown as a sign, heard as a word. */
const signs: Partial<Record<string, string>> = {ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Enter: '↵'};

/**
 * Every key of the inbox, by the place where it acts: those of the keymap as the host has set it, and those that no keymap changes.
 *
 * @summary Sheet of shortcuts
 * @tag loop-shortcuts
 * @internal
 */
export class LoopShortcuts extends LitElement {
  static override styles = [base, controls, dialog, styles];

  /** Keys of the shortcuts. */
  @property({attribute: false}) keymap: Keymap | undefined;

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  readonly #inbox = new InboxController(this);
  readonly #locale = new LocaleController(this);

  constructor() {
    super();
    // What the lines depend on; they are read whole.
    this.#inbox.select((all) => all.session, undefined);
    this.#inbox.select((all) => all.choices.enterSends, true);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener('click', this.#onClick);
    return root;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dialog?.close();
  }

  async show(): Promise<void> {
    await this.updateComplete;
    if (this.isConnected && !this.dialog?.open) this.dialog?.showModal();
  }

  get #words(): ShortcutsMessages {
    return this.#locale.messages.shortcuts ?? english;
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const {state: all} = this.#inbox;
    return html`<dialog aria-labelledby="title" dir=${this.#locale.dir} lang=${this.#locale.locale}>
      <header>
        <h2 id="title">${words.title}</h2>
        <button class="icon-button" type="button" aria-label=${words.close} title=${words.close} @click=${() => this.dialog?.close()}>${icon('x')}</button>
      </header>
      <div class="sections" tabindex="0" role="region" aria-labelledby="title">
        ${this.keymap === false ? html`<p class="off">${words.off}</p>` : nothing}
        <div class="columns">${all ? keySections(all, this.keymap).map((section) => this.#renderSection(section)) : nothing}</div>
      </div>
    </dialog>`;
  }

  #renderSection({name, lines}: KeySection): TemplateResult {
    return html`<section aria-labelledby=${name}>
      <h3 id=${name}>${this.#words.sections[name]}</h3>
      <ul>${lines.map(({does, ways}) => html`<li><span>${this.#sayingOf(does)}</span> <span class="ways">${ways.map((way, index) => this.#renderWay(way, index))}</span></li>`)}</ul>
    </section>`;
  }

  #renderWay(way: Combination, index: number): TemplateResult {
    const unseen = (text: string) => html` <span class="visually-hidden">${text}</span> `;
    return html`${index > 0 ? unseen(this.#words.or) : nothing}<span class="way">${way.map((key, at) => html`${at > 0 ? unseen('+') : nothing}${this.#renderKey(key)}`)}</span>`;
  }

  #renderKey(key: string): TemplateResult {
    const name = key === 'Control' && isMac() ? '⌘' : (this.#words.keys[key as KeyName] ?? key);
    const sign = signs[key];
    return html`<kbd>${sign ? html`<span aria-hidden="true">${sign}</span><span class="visually-hidden">${name}</span>` : name}</kbd>`;
  }

  #sayingOf(does: KeyLine['does']): string {
    if ('shortcut' in does) return this.#words.shortcuts[does.shortcut];
    return 'fixed' in does ? this.#words.fixed[does.fixed] : (this.#locale.messages.writing ?? writing)[does.mark];
  }

  /** Beside the dialog's own box. By keyboard Escape does it. */
  readonly #onClick = (event: Event): void => {
    if (event.target === this.dialog) this.dialog?.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'loop-shortcuts': LoopShortcuts;
  }
}
