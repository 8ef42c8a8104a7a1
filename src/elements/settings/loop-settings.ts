import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {InboxController} from '../../controllers/inbox-controller.js';
import {LocaleController} from '../../controllers/locale-controller.js';
import {menu} from '../../i18n/locales/en/menu.js';
import {settings} from '../../i18n/locales/en/settings.js';
import {keepInside} from '../../internal/keep-inside.js';
import type {Availability} from '../../model/index.js';
import type {Choices} from '../../store/choices.js';
import {offers} from '../../store/selectors.js';
import {base} from '../../styles/base.js';
import {controls} from '../../styles/controls.js';
import {avatar} from '../../templates/avatar.js';
import {styles} from './loop-settings.styles.js';

const availabilities: readonly Availability[] = ['online', 'busy', 'offline'];
/** Times to take back a reply, in ms. */
const undoTimes = [0, 5000, 10_000, 20_000, 30_000] as const;
const themes = ['light', 'dark', 'auto'] as const;
const densities = ['compact', 'normal', 'comfortable'] as const;

/**
 * What an agent decides for themself: whether they take work, how sending works, how the inbox looks and what it tells.
 *
 * @summary Settings of the agent
 * @tag loop-settings
 * @internal
 */
export class LoopSettings extends LitElement {
  static override styles = [base, controls, styles];

  /** What the host decides; it is not offered then. */
  @property({attribute: false}) fixed: readonly ('density' | 'theme')[] = [];

  @state() private desktopDenied = false;

  readonly #inbox = new InboxController(this);
  readonly #locale = new LocaleController(this);
  readonly #me = this.#inbox.select((all) => all.session?.me, undefined);
  readonly #choices = this.#inbox.select((all) => all.choices, undefined);
  readonly #offersAvailability = this.#inbox.select((all) => offers(all, 'availability'), false);

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (root instanceof ShadowRoot) keepInside(root);
    return root;
  }

  protected override render(): TemplateResult | typeof nothing {
    const {settings: words = settings} = this.#locale.messages;
    const me = this.#me.value;
    const choices = this.#choices.value;
    if (!choices) return nothing;
    const {enterSends, undoSendMs, sound, desktop, theme, density} = choices;
    return html`
      ${me
        ? html`<header>${avatar(me, {size: 'lg', mine: true, availability: me.availability})}
            <div><h2 class="truncate" dir="auto">${me.name}</h2><p class="mail truncate">${me.email ?? ''}</p></div></header>`
        : nothing}
      ${this.#offersAvailability.value ? this.#renderAvailability(me?.availability) : nothing}
      <div class="settings">
        ${this.#renderSwitch(words.enterSends, enterSends, (on) => this.#choose({enterSends: on}))}
        ${this.#renderSelect(words.undoSend, undoTimes.map((ms) => [String(ms), ms === 0 ? words.undoSendOff : this.#locale.format.countdown(ms)]),
          String(undoSendMs), (value) => this.#choose({undoSendMs: Number(value)}))}
        ${this.fixed.includes('theme')
          ? nothing
          : this.#renderSelect(words.theme, themes.map((name) => [name, words.themes[name]]), theme, (value) =>
              this.#choose({theme: themes.find((name) => name === value) ?? 'auto'}))}
        ${this.fixed.includes('density')
          ? nothing
          : this.#renderSelect(words.density, densities.map((name) => [name, words.densities[name]]), density, (value) =>
              this.#choose({density: densities.find((name) => name === value) ?? 'normal'}))}
        ${this.#renderSwitch(words.sound, sound, (on) => this.#choose({sound: on}))}
        ${this.#renderSwitch(words.desktop, desktop, (on) => void this.#chooseDesktop(on))}
        ${this.desktopDenied ? html`<p class="why" role="alert">${words.desktopDenied}</p>` : nothing}
      </div>
      <footer>${words.savedHere}</footer>
    `;
  }

  #renderAvailability(current: Availability | undefined): TemplateResult {
    const {settings: words = settings, menu: {availability: names} = menu} = this.#locale.messages;
    return html`<div class="segments" role="radiogroup" aria-label=${words.availability} @keydown=${this.#onSegmentKey}>
      ${availabilities.map(
        (name) => html`<button type="button" role="radio" aria-checked=${name === current} tabindex=${name === (current ?? 'online') ? 0 : -1}
          @click=${() => this.#inbox.commands?.setAvailability(name)}>
          <span class="availability availability-${name}"></span>${names[name]}</button>`,
      )}
    </div>`;
  }

  #renderSwitch(label: string, on: boolean, change: (on: boolean) => void): TemplateResult {
    return html`<label class="setting"><span>${label}</span>
      <input class="switch" type="checkbox" role="switch" aria-checked=${on} .checked=${live(on)}
        @change=${(event: Event) => change((event.target as HTMLInputElement).checked)} /></label>`;
  }

  #renderSelect(label: string, options: readonly (readonly [string, string])[], value: string, change: (value: string) => void): TemplateResult {
    return html`<label class="setting"><span>${label}</span>
      <select class="field" @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}>
        ${options.map(([key, text]) => html`<option value=${key} .selected=${live(key === value)}>${text}</option>`)}
      </select></label>`;
  }

  /** Arrows move the choice, as in any group of radio buttons. */
  #onSegmentKey(event: KeyboardEvent): void {
    const by = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
    if (!by) return;
    event.preventDefault();
    const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
    const at = buttons.findIndex((button) => button === this.shadowRoot?.activeElement);
    const next = buttons.at((at + by * (this.#locale.dir === 'rtl' && event.key.startsWith('ArrowR') ? -1 : 1)) % buttons.length);
    next?.focus();
    next?.click();
  }

  #choose(change: Partial<Choices>): void {
    this.#inbox.commands?.choose(change);
  }

  /** The browser asks the agent, once and only after a click. */
  async #chooseDesktop(on: boolean): Promise<void> {
    const granted = !on || (typeof Notification !== 'undefined' && (await Notification.requestPermission()) === 'granted');
    this.desktopDenied = !granted;
    this.#choose({desktop: on && granted});
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'loop-settings': LoopSettings;
  }
}
