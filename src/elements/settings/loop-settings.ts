import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {AdapterError} from '../../contract/index.js';
import {InboxController} from '../../controllers/inbox-controller.js';
import {LocaleController} from '../../controllers/locale-controller.js';
import type {SettingsMessages} from '../../i18n/areas/settings.js';
import {languages} from '../../i18n/load-locale.js';
import {menu} from '../../i18n/locales/en/menu.js';
import {settings} from '../../i18n/locales/en/settings.js';
import {toast} from '../../i18n/locales/en/toast.js';
import {keepInside} from '../../internal/keep-inside.js';
import type {Availability, NotificationKind} from '../../model/index.js';
import type {Choices} from '../../store/choices.js';
import {offers} from '../../store/selectors.js';
import {base} from '../../styles/base.js';
import {controls} from '../../styles/controls.js';
import {styles} from './loop-settings.styles.js';
import {checkLine, selectLine, switchLine} from './setting-controls.js';
import {profileHead, signatureField, type ProfileField, type ProfileView} from './settings-profile.js';

const availabilities: readonly Availability[] = ['online', 'busy', 'offline'];
/** Times to take back a reply, in ms. */
const undoTimes = [0, 5000, 10_000, 20_000, 30_000] as const;
const themes = ['light', 'dark', 'auto'] as const;
const densities = ['compact', 'normal', 'comfortable'] as const;

/** What a host may decide instead of the agent. */
export type FixedSetting = 'density' | 'theme' | 'language';

/** A language in its own words: 'English', 'العربية'. */
const nameOf = (language: string): string => new Intl.DisplayNames([language], {type: 'language'}).of(language) ?? language;

/**
 * What an agent decides for themself: who they are to others, whether they take work, how sending works, how the inbox looks and what
 * it tells. Each change is saved at once: in the backend where it keeps it, otherwise in this browser.
 *
 * @summary Settings of the agent
 * @tag loop-settings
 * @internal
 */
export class LoopSettings extends LitElement {
  static override styles = [base, controls, styles];

  /** What the host decides; it is not offered then. */
  @property({attribute: false}) fixed: readonly FixedSetting[] = [];

  @state() private desktopDenied = false;
  @state() private saving: 'none' | 'under-way' | 'saved' | 'failed' = 'none';
  /** Why it was not saved, where no field says it. */
  @state() private failure = '';
  @state() private problems: ReadonlyMap<ProfileField, string> = new Map();

  readonly #inbox = new InboxController(this);
  readonly #locale = new LocaleController(this);
  readonly #me = this.#inbox.select((all) => all.session?.me, undefined);
  readonly #choices = this.#inbox.select((all) => all.choices, undefined);
  readonly #profile = this.#inbox.select((all) => all.profile, undefined);
  readonly #offersAvailability = this.#inbox.select((all) => offers(all, 'availability'), false);

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (root instanceof ShadowRoot) keepInside(root);
    return root;
  }

  protected override firstUpdated(_changed: PropertyValues<this>): void {
    if (!this.#profile.value) this.#inbox.commands?.loadProfile();
  }

  /** Goes to what the agent is told of. */
  async showToldAbout(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('section .switch')?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const words = this.#words;
    const me = this.#me.value;
    const choices = this.#choices.value;
    if (!choices) return nothing;
    const view = me && this.#profileView(me, choices, words);
    return html`
      ${view ? profileHead(view) : nothing}
      ${this.#offersAvailability.value ? this.#renderAvailability(me?.availability) : nothing}
      ${view ? signatureField(view) : nothing}
      <div class="settings">${this.#renderLook(choices, words)}${this.#renderSending(choices, words)}</div>
      <section aria-labelledby="told"><h3 id="told">${words.toldAbout}</h3>${this.#renderTold(choices, words)}</section>
      ${this.#renderSaved(words)}
    `;
  }

  get #words(): SettingsMessages {
    return this.#locale.messages.settings ?? settings;
  }

  #profileView(me: ProfileView['me'], choices: Choices, words: SettingsMessages): ProfileView {
    const profile = this.#profile.value;
    return {
      me,
      profile,
      words,
      problems: this.problems,
      signature: profile?.keeps.has('signature') ? (profile.signature ?? '') : choices.signature,
      onName: (name) => void this.#save('name', this.#inbox.commands?.updateProfile({name})),
      onSignature: (signature) => void this.#save('signature', this.#inbox.commands?.updateProfile({signature})),
      onPicture: (file) => void this.#save('picture', this.#inbox.commands?.setAvatar(file && {name: file.name, mime: file.type, blob: file})),
    };
  }

  #renderLook({language, theme, density}: Choices, words: SettingsMessages): unknown {
    const offered = (setting: FixedSetting) => !this.fixed.includes(setting);
    return html`
      ${offered('language')
        ? selectLine(words.language, [['', words.languageOfPage], ...languages.map((tag) => [tag, nameOf(tag)] as const)], language, (value) => this.#prefer({language: value}))
        : nothing}
      ${offered('theme')
        ? selectLine(words.theme, themes.map((name) => [name, words.themes[name]]), theme, (value) =>
            this.#prefer({theme: themes.find((name) => name === value) ?? 'auto'}))
        : nothing}
      ${offered('density')
        ? selectLine(words.density, densities.map((name) => [name, words.densities[name]]), density, (value) =>
            this.#prefer({density: densities.find((name) => name === value) ?? 'normal'}))
        : nothing}
    `;
  }

  #renderSending({enterSends, undoSendMs}: Choices, words: SettingsMessages): unknown {
    const times = undoTimes.map((ms) => [String(ms), ms === 0 ? words.undoSendOff : this.#locale.format.countdown(ms)] as const);
    return html`
      ${switchLine(words.enterSends, enterSends, (on) => this.#prefer({enterSends: on}))}
      ${selectLine(words.undoSend, times, String(undoSendMs), (value) => this.#prefer({undoSendMs: Number(value)}))}
    `;
  }

  #renderTold({inApp, sound, desktop, quietKinds}: Choices, words: SettingsMessages): unknown {
    const hush = (kind: NotificationKind, on: boolean) =>
      this.#prefer({quietKinds: on ? quietKinds.filter((each) => each !== kind) : [...quietKinds, kind]});
    return html`
      ${switchLine(words.inApp, inApp, (on) => this.#prefer({inApp: on}))}
      ${switchLine(words.sound, sound, (on) => this.#prefer({sound: on}))}
      ${switchLine(words.desktop, desktop, (on) => void this.#preferDesktop(on))}
      ${this.desktopDenied ? html`<p class="why" role="alert">${words.desktopDenied}</p>` : nothing}
      <fieldset><legend>${words.tellMeOf}</legend>
        ${(Object.keys(words.kinds) as NotificationKind[]).map((kind) => checkLine(words.kinds[kind], !quietKinds.includes(kind), (on) => hush(kind, on)))}
      </fieldset>
    `;
  }

  #renderSaved(words: SettingsMessages): TemplateResult {
    const inAccount = (this.#profile.value?.keeps.size ?? 0) > 0;
    const saved = {none: inAccount ? '' : words.savedHere, 'under-way': words.saving, saved: inAccount ? words.savedInAccount : words.savedHere, failed: ''};
    // The place of news is there before it, or it is not said.
    return html`<footer data-empty=${this.failure || saved[this.saving] ? nothing : ''}>
      <p role="status">${saved[this.saving]}</p>
      <div role="alert">${this.failure ? html`<p class="why">${words.notSaved} ${this.failure}</p>` : nothing}</div>
    </footer>`;
  }

  #renderAvailability(current: Availability | undefined): TemplateResult {
    const {menu: {availability: names} = menu} = this.#locale.messages;
    return html`<div class="segments" role="radiogroup" aria-label=${this.#words.availability} @keydown=${this.#onSegmentKey}>
      ${availabilities.map(
        (name) => html`<button type="button" role="radio" aria-checked=${name === current} tabindex=${name === (current ?? 'online') ? 0 : -1}
          @click=${() => this.#inbox.commands?.setAvailability(name)}>
          <span class="availability availability-${name}"></span>${names[name]}</button>`,
      )}
    </div>`;
  }

  /** Arrows move the choice, as in any group of radio buttons. */
  #onSegmentKey(event: KeyboardEvent): void {
    const by = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
    if (!by) return;
    event.preventDefault();
    const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
    const at = buttons.findIndex((button) => button === this.shadowRoot?.activeElement);
    const turns = this.#locale.dir === 'rtl' && (event.key === 'ArrowRight' || event.key === 'ArrowLeft');
    const next = buttons.at((at + (turns ? -by : by)) % buttons.length);
    next?.focus();
    next?.click();
  }

  #prefer(change: Partial<Choices>): void {
    void this.#save(undefined, this.#inbox.commands?.prefer(change));
  }

  /** Says how it went: at the field where there is one, otherwise below. */
  async #save(field: ProfileField | undefined, work: Promise<void> | undefined): Promise<void> {
    this.saving = 'under-way';
    this.failure = '';
    if (field) this.problems = new Map([...this.problems].filter(([name]) => name !== field));
    try {
      await work;
      this.saving = 'saved';
    } catch (error) {
      this.saving = 'failed';
      const sentence = this.#why(error);
      if (field) this.problems = new Map([...this.problems, [field, `${this.#words.notSaved} ${sentence}`]]);
      else this.failure = sentence;
    }
    // What was refused is not what holds: the field shows that again.
    this.requestUpdate();
  }

  #why(error: unknown): string {
    const {because} = this.#locale.messages.toast ?? toast;
    if (!AdapterError.is(error)) return because.protocol;
    const {init} = error;
    const issue = init.code === 'validation' ? init.issues[0]?.message : undefined;
    return issue ?? because[error.code];
  }

  /** The browser asks the agent, once and only after a click. */
  async #preferDesktop(on: boolean): Promise<void> {
    const granted = !on || (typeof Notification !== 'undefined' && (await Notification.requestPermission()) === 'granted');
    this.desktopDenied = !granted;
    this.#prefer({desktop: on && granted});
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'loop-settings': LoopSettings;
  }
}
