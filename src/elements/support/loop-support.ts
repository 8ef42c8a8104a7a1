import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {InboxController} from '../../controllers/inbox-controller.js';
import {LocaleController} from '../../controllers/locale-controller.js';
import {menu} from '../../i18n/locales/en/menu.js';
import type {Support} from '../../internal/support.js';
import {safeLink} from '../../internal/url-policy.js';
import {version} from '../../internal/version.js';
import {base} from '../../styles/base.js';
import {controls} from '../../styles/controls.js';
import {icon} from '../../templates/icon.js';

/**
 * Where agents find help: what the host offers, the keys, and facts for whoever helps them. Dispatches `shortcuts` when the agent wants to see the keys.
 *
 * @summary Support popover
 * @tag loop-support
 * @slot - The host's own lines.
 * @internal
 */
export class LoopSupport extends LitElement {
  static override styles = [
    base, controls,
    css`
      :host {
        display: block;
        inline-size: 264px;
        padding: var(--_space-2);
      }

      .facts {
        padding: var(--_space-2) var(--_space-3);
        font-size: var(--_font-size-sm);
        line-height: var(--_font-line-sm);
        color: var(--_color-text-subtle);
      }

      .by-hand {
        display: grid;
        gap: 4px;
        padding: var(--_space-2) var(--_space-3);
        font-size: var(--_font-size-sm);
        line-height: var(--_font-line-sm);
        color: var(--_color-text-muted);
      }

      @media (forced-colors: active) {
        .menu-item:hover {
          outline: 1px solid Highlight;
        }
      }
    `,
  ];

  /** What the host offers. */
  @property({attribute: false}) support: Support | undefined;

  @state() private copied = false;
  /** To be copied by hand, where the page has no clipboard. */
  @state() private byHand: string | undefined;

  readonly #inbox = new InboxController(this);
  readonly #locale = new LocaleController(this);
  readonly #status = this.#inbox.select((all) => all.connection.status, 'idle');
  readonly #adapterName = this.#inbox.select((all) => all.session?.adapterName, undefined);

  protected override render(): TemplateResult {
    const {menu: words = menu} = this.#locale.messages;
    const url = safeLink(this.support?.url);
    const mail = this.support?.mail && safeLink(`mailto:${this.support.mail}`);
    return html`
      ${url
        ? html`<a class="menu-item" href=${url} target="_blank" rel="noopener noreferrer">${icon('book-open')}
            <span>${this.support?.label ?? words.support}</span></a>`
        : nothing}
      ${mail ? html`<a class="menu-item" href=${mail}>${icon('envelope-simple')}<span>${this.support?.mail}</span></a>` : nothing}
      <slot></slot>
      ${url || mail ? html`<hr />` : nothing}
      <button class="menu-item" type="button" @click=${() => this.dispatchEvent(new Event('shortcuts'))}>${icon('keyboard')}<span>${words.shortcuts}</span></button>
      <button class="menu-item" type="button" @click=${this.#copy}>${icon('copy')}
        <span>${this.copied ? words.copied : words.copyDiagnostics}</span></button>
      ${this.byHand === undefined
        ? nothing
        : html`<label class="by-hand"><span>${words.copyByHand}</span><textarea class="field" readonly rows="6" dir="ltr" .value=${this.byHand}></textarea></label>`}
      <span class="visually-hidden" role="status">${this.copied ? words.copied : nothing}</span>
      <p class="facts">${this.#facts.join(' · ')}. ${words.noCustomerData}</p>
    `;
  }

  /** Version, adapter and connection: nothing of a customer, nothing of the agent. */
  get #facts(): readonly string[] {
    const {shell} = this.#locale.messages;
    return [shell.version(version), ...(this.#adapterName.value ? [this.#adapterName.value] : []), this.#status.value];
  }

  async #copy(): Promise<void> {
    const facts = [...this.#facts, navigator.userAgent, this.#locale.locale, `${innerWidth} × ${innerHeight}`].join('\n');
    // Pages without TLS have no clipboard, and a browser may refuse it.
    const {clipboard} = navigator as Partial<Pick<Navigator, 'clipboard'>>;
    this.copied = clipboard !== undefined && (await clipboard.writeText(facts).then(() => true, () => false));
    if (this.copied) return;
    this.byHand = facts;
    await this.updateComplete;
    this.renderRoot.querySelector('textarea')?.select();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'loop-support': LoopSupport;
  }
}
