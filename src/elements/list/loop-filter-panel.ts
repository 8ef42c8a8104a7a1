import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';
import {InboxController} from '../../controllers/inbox-controller.js';
import {LocaleController} from '../../controllers/locale-controller.js';
import type {ConversationFilter} from '../../contract/index.js';
import type {FilterKey} from '../../i18n/areas/filters.js';
import {conversationMenu} from '../../i18n/locales/en/conversation-menu.js';
import {keepInside} from '../../internal/keep-inside.js';
import type {Id, Priority, Topic} from '../../model/index.js';
import {base} from '../../styles/base.js';
import {controls} from '../../styles/controls.js';
import {selectBox} from '../../templates/select-box.js';
import {tagLabel} from '../../templates/tag.js';
import {channelText, filterKeys, filterWords, narrow} from './filter-chips.js';
import {FilterChoices} from './filter-choices.js';
import {styles} from './loop-filter-panel.styles.js';

const topics = ['question', 'comment', 'feedback'] as const satisfies readonly Topic[];
const priorities = ['urgent', 'high', 'medium', 'low'] as const satisfies readonly Priority[];

type Option = readonly [value: string, text: string];

/**
 * Narrows a list by what the backend can filter by. Each change is seen in the list at once. Dispatches `done` when the agent has what they want.
 *
 * @summary Filters of a list
 * @tag loop-filter-panel
 * @internal
 */
export class LoopFilterPanel extends LitElement {
  static override styles = [base, controls, styles];

  /** Id of the view. */
  @property() view: Id = '';

  @query('input, select') private readonly first!: HTMLElement | null;

  readonly #inbox = new InboxController(this);
  readonly #locale = new LocaleController(this);
  readonly #choices = new FilterChoices(this, () => this.#inbox.inbox);
  readonly #offered = this.#inbox.select<readonly string[]>((all) => all.session?.capabilities.filters ?? [], []);
  readonly #filter = this.#inbox.select<ConversationFilter | undefined>((all) => all.choices.filters[this.view], undefined);

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (root instanceof ShadowRoot) keepInside(root);
    return root;
  }

  override focus(options?: FocusOptions): void {
    this.first?.focus(options);
  }

  protected override updated(): void {
    this.#choices.load();
  }

  protected override render(): TemplateResult {
    const words = filterWords(this.#locale.messages);
    const filter = this.#filter.value ?? {};
    const narrowed = filterKeys.some((key) => filter[key] !== undefined);
    return html`
      <h3 class="title">${words.title}</h3>
      <div class="fields">${filterKeys.map((key) => (this.#offered.value.includes(key) ? this.#renderField(key, filter) : nothing))}</div>
      <div class="end">
        <button class="button button--ghost" type="button" aria-disabled=${narrowed ? nothing : 'true'} @click=${() => this.#narrow({})}>${words.clearAll}</button>
        <button class="button button--primary" type="button" @click=${() => this.dispatchEvent(new Event('done'))}>${words.done}</button>
      </div>
    `;
  }

  #renderField(key: FilterKey, filter: ConversationFilter): TemplateResult {
    const {messages} = this.#locale;
    const words = filterWords(messages);
    switch (key) {
      case 'unread':
      case 'escalated':
        return this.#renderBox(key, filter[key] === true);
      case 'assignee':
        return this.#renderSelect(key, filter.assignee, [['me', words.me], ['none', words.nobody], ...this.#choices.people.map(({id, name}): Option => [id, name])]);
      case 'channel':
        return this.#renderSelect(key, filter.channel, this.#choices.channels.map((kind) => [kind, channelText(kind, messages)]));
      case 'topic':
        return this.#renderSelect(key, filter.topic, topics.map((topic) => [topic, messages.list.topics[topic]]));
      case 'priority':
        return this.#renderSelect(key, filter.priority, priorities.map((priority) => [priority, (messages.conversationMenu ?? conversationMenu).priorities[priority]]));
      case 'tags':
        return this.#renderTags(filter.tags ?? []);
    }
  }

  #renderBox(key: 'unread' | 'escalated', on: boolean): TemplateResult {
    return html`<label class="choice"><input type="checkbox" .checked=${live(on)}
      @change=${() => this.#set(key, on ? undefined : true)} />${filterWords(this.#locale.messages).fields[key]}</label>`;
  }

  #renderSelect(key: Exclude<FilterKey, 'unread' | 'escalated' | 'tags'>, chosen: string | undefined, options: readonly Option[]): TemplateResult {
    const words = filterWords(this.#locale.messages);
    // What was chosen earlier may not be among what is known now.
    const all = chosen === undefined || options.some(([value]) => value === chosen) ? options : [...options, [chosen, chosen] as const];
    return html`<label class="setting"><span>${words.fields[key]}</span>
      ${selectBox(html`<select class="field" @change=${(event: Event) => this.#set(key, (event.target as HTMLSelectElement).value || undefined)}>
        <option value="" .selected=${live(chosen === undefined)}>${words.any}</option>
        ${all.map(([value, text]) => html`<option value=${value} .selected=${live(value === chosen)}>${text}</option>`)}
      </select>`)}</label>`;
  }

  #renderTags(chosen: readonly Id[]): TemplateResult {
    const words = filterWords(this.#locale.messages);
    const {tags} = this.#choices;
    return html`<fieldset class="tags"><legend>${words.fields.tags}</legend>
      ${tags === undefined
        ? html`<p class="quiet" role="status">${words.loading}</p>`
        : tags.length === 0
          ? html`<p class="quiet">${words.noTags}</p>`
          : tags.map((tag) => {
              const on = chosen.includes(tag.id);
              const next = on ? chosen.filter((id) => id !== tag.id) : [...chosen, tag.id];
              return html`<label class="choice"><input type="checkbox" .checked=${live(on)}
                @change=${() => this.#set('tags', next.length > 0 ? next : undefined)} />${tagLabel(tag)}</label>`;
            })}
    </fieldset>`;
  }

  #set<K extends FilterKey>(key: K, value: ConversationFilter[K] | string | undefined): void {
    const {[key]: _before, ...rest} = this.#filter.value ?? {};
    this.#narrow(value === undefined ? rest : {...rest, [key]: value});
  }

  #narrow(filter: ConversationFilter): void {
    narrow(this.#inbox.inbox, this.view, filter);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'loop-filter-panel': LoopFilterPanel;
  }
}
