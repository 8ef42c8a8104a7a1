import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {InboxController} from '../../controllers/inbox-controller.js';
import {LocaleController} from '../../controllers/locale-controller.js';
import {AdapterError, type ViewDef} from '../../contract/index.js';
import {LoopViewSelectEvent} from '../../events/view-events.js';
import type {ViewsMessages} from '../../i18n/areas/views.js';
import {listHeader} from '../../i18n/locales/en/list-header.js';
import {toast} from '../../i18n/locales/en/toast.js';
import {views as english} from '../../i18n/locales/en/views.js';
import {keepInside} from '../../internal/keep-inside.js';
import type {Id} from '../../model/index.js';
import type {Inbox} from '../../store/inbox.js';
import {selectView, selectViewByRole} from '../../store/selectors.js';
import {base} from '../../styles/base.js';
import {controls} from '../../styles/controls.js';
import {viewName} from '../../templates/view-name.js';
import {filterChips, narrow} from './filter-chips.js';
import {FilterChoices} from './filter-choices.js';
import {styles} from './loop-view-editor.styles.js';
import {shownBy, type ViewTask} from './view-tasks.js';

/** Longer names are cut in the menu anyway. */
const longestName = 60;

/**
 * Saves what a list shows as a view, renames or overwrites a saved one, or removes it once the agent has said so. Dispatches `done` when it is, or
 * when they want nothing of it.
 *
 * @summary Dialog about a saved view
 * @tag loop-view-editor
 * @internal
 */
export class LoopViewEditor extends LitElement {
  static override styles = [base, controls, styles];

  /** Id of the view that is shown. */
  @property() view: Id = '';

  /** What is to be done. */
  @property({attribute: false}) task: ViewTask = 'new';

  /** What was done, to be announced; empty: nothing. */
  outcome = '';

  @state() private problem = '';
  @state() private status: 'asking' | 'working' = 'asking';

  @query('input') private readonly field!: HTMLInputElement | null;
  @query('.cancel') private readonly cancel!: HTMLElement;

  readonly #inbox = new InboxController(this);
  readonly #locale = new LocaleController(this);
  readonly #views = this.#inbox.select((all) => all.views, []);
  readonly #chosen = this.#inbox.select((all) => all.choices, undefined);
  readonly #choices = new FilterChoices(this, () => this.#inbox.inbox, () => this.#chosen.value?.filters[this.view]);

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (root instanceof ShadowRoot) keepInside(root);
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('task') || changed.has('view')) this.problem = '';
  }

  /** Goes to the name; where there is none, to what changes nothing. */
  override focus(options?: FocusOptions): void {
    if (!this.field) return this.cancel.focus(options);
    this.field.value = this.task === 'rename' ? this.#name : '';
    this.field.focus(options);
    this.field.select();
  }

  get #words(): ViewsMessages {
    return this.#locale.messages.views ?? english;
  }

  get #shown(): ViewDef | undefined {
    return this.#views.value.find(({id}) => id === this.view);
  }

  get #name(): string {
    return viewName(this.#shown, this.#locale.messages);
  }

  get #title(): string {
    const words = this.#words;
    switch (this.task) {
      case 'new':
        return words.newTitle;
      case 'overwrite':
        return words.overwriteTitle(this.#name);
      case 'rename':
        return words.renameTitle;
      case 'remove':
        return words.removeTitle(this.#name);
    }
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const named = this.task === 'new' || this.task === 'rename';
    return html`
      <h3 class="title">${this.#title}</h3>
      ${named
        ? html`<label class="setting"><span>${words.name}</span>
            <input class="field" dir="auto" autocomplete="off" maxlength=${longestName} aria-invalid=${this.problem !== ''} aria-describedby="problem"
              @input=${this.#onInput} @keydown=${this.#onKeydown}></label>`
        : nothing}
      ${this.task === 'remove' ? html`<p class="quiet">${words.removeText}</p>` : this.task === 'rename' ? nothing : this.#renderHolds()}
      <p class="problem" id="problem" role="alert">${this.problem}</p>
      <div class="end">
        <button class="button cancel" type="button" @click=${this.#giveUp}>${words.cancel}</button>
        <button class="button button--primary" type="button" aria-disabled=${this.status === 'working' ? 'true' : nothing}
          @click=${() => void this.#act()}>${this.task === 'remove' ? words.removeNow : words.save}</button>
      </div>
    `;
  }

  /** What is saved, in words: the view it came from, what it is narrowed to, its order. */
  #renderHolds(): TemplateResult {
    const {messages} = this.#locale;
    const words = this.#words;
    const view = this.#shown;
    const all = this.#inbox.state;
    if (!view || !all) return html``;
    const chips = filterChips(all.choices.filters[view.id] ?? {}, messages, this.#choices).map(({text}) => text);
    const base = view.role === 'saved' ? [this.#name] : chips.length === 0 ? [words.everything] : [];
    const {sort} = shownBy(all, view);
    const order = sort ? [(messages.listHeader ?? listHeader).sorts[sort]] : [];
    return html`<span class="quiet" id="holds">${words.holds}</span>
      <ul class="holds" aria-labelledby="holds">${[...base, ...chips, ...order].map((text) => html`<li class="truncate"><bdi>${text}</bdi></li>`)}</ul>`;
  }

  readonly #onInput = (): void => {
    this.problem = '';
  };

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    void this.#act();
  }

  async #act(): Promise<void> {
    const {inbox} = this.#inbox;
    const view = this.#shown;
    if (!inbox || !view || this.status === 'working') return;
    const name = this.field?.value.trim() ?? this.#name;
    this.problem = this.field ? this.#lacking(name) : '';
    if (this.problem) return this.field?.focus();
    this.status = 'working';
    try {
      this.outcome = await this.#do(inbox, view, name);
      this.#done();
    } catch (error) {
      this.problem = this.#why(error);
      this.field?.focus();
    } finally {
      this.status = 'asking';
    }
  }

  #lacking(name: string): string {
    const words = this.#words;
    if (!name) return words.nameMissing;
    const same = (other: ViewDef) => viewName(other, this.#locale.messages).toLocaleLowerCase() === name.toLocaleLowerCase();
    const others = this.#views.value.filter(({id}) => this.task === 'new' || id !== this.view);
    return others.some(same) ? words.nameTaken : '';
  }

  async #do(inbox: Inbox, view: ViewDef, name: string): Promise<string> {
    const words = this.#words;
    const {id, filter = {}, sort} = view;
    switch (this.task) {
      case 'new': {
        const saved = await inbox.commands.saveView({label: name, ...shownBy(inbox.state, view)});
        // What it was narrowed to has a place of its own now.
        narrow(inbox, id, {});
        this.#show(saved.id);
        break;
      }
      case 'overwrite':
        await inbox.commands.saveView({id, label: name, ...shownBy(inbox.state, view)});
        narrow(inbox, id, {});
        break;
      case 'rename':
        await inbox.commands.saveView({id, label: name, filter, ...(sort && {sort})});
        break;
      case 'remove':
        await inbox.commands.removeView(id);
        if (!selectView(inbox.state, id)) this.#show(selectViewByRole(inbox.state, 'active')?.id ?? '');
        return words.removed(name);
    }
    return words.saved(name);
  }

  #show(view: Id): void {
    this.dispatchEvent(new LoopViewSelectEvent(view));
  }

  #why(error: unknown): string {
    const {because} = this.#locale.messages.toast ?? toast;
    if (!AdapterError.is(error)) return because.protocol;
    return (error.init.code === 'validation' ? error.init.issues[0]?.message : undefined) ?? because[error.code];
  }

  readonly #giveUp = (): void => {
    this.outcome = '';
    this.#done();
  };

  #done(): void {
    this.dispatchEvent(new Event('done'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'loop-view-editor': LoopViewEditor;
  }
}
