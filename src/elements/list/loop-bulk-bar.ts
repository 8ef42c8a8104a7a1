import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {AnnouncerController} from '../../controllers/announcer-controller.js';
import {FloatingController} from '../../controllers/floating-controller.js';
import {InboxController} from '../../controllers/inbox-controller.js';
import {LocaleController} from '../../controllers/locale-controller.js';
import {ToolbarController} from '../../controllers/toolbar-controller.js';
import {bulk as english} from '../../i18n/locales/en/bulk.js';
import {conversationMenu} from '../../i18n/locales/en/conversation-menu.js';
import {focusMenu, onMenuKeydown} from '../../internal/menu-keys.js';
import type {Agent, Conversation, Id, Tag, Team} from '../../model/index.js';
import type {BulkAction} from '../../store/bulk-action.js';
import {offers} from '../../store/selectors.js';
import {base} from '../../styles/base.js';
import {controls} from '../../styles/controls.js';
import {avatar} from '../../templates/avatar.js';
import {icon, type IconName} from '../../templates/icon.js';
import {tagLabel} from '../../templates/tag.js';
import {styles} from './loop-bulk-bar.styles.js';

type Menu = 'tag' | 'assign';

/**
 * Says how many conversations are picked and does one thing to all of them. Dispatches `clear`, and `archive` because the host may keep some.
 *
 * @summary What can be done to the picked conversations
 * @tag loop-bulk-bar
 * @internal
 */
export class LoopBulkBar extends LitElement {
  static override styles = [base, controls, styles];

  /** The picked conversations. */
  @property({attribute: false}) ids: readonly Id[] = [];

  @state() private tags: readonly Tag[] = [];
  @state() private people: readonly (Agent | Team)[] = [];
  @state() private menu: Menu | undefined;

  @query('.menu') private readonly panel!: HTMLElement | null;

  readonly #inbox = new InboxController(this);
  readonly #locale = new LocaleController(this);
  readonly #announcer = new AnnouncerController(this);
  readonly #toolbar = new ToolbarController(this, {items: () => [...this.renderRoot.querySelectorAll<HTMLElement>('.bar > button')], axis: 'row'});
  readonly #floating = new FloatingController(this, {
    anchor: () => this.renderRoot.querySelector(`[data-menu="${this.menu}"]`),
    panel: () => this.panel,
    placement: 'bottom-end',
  });
  readonly #records = this.#inbox.select<readonly Conversation[]>(
    (all) => this.ids.flatMap((id) => all.conversations.get(id) ?? []),
    [],
    (a, b) => a.length === b.length && a.every((record, index) => record === b[index]),
  );
  readonly #session = this.#inbox.select((all) => all.session, undefined);

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('ids')) return;
    const count = this.ids.length;
    if (count === (changed.get('ids')?.length ?? 0)) return;
    const words = this.#words;
    this.#announcer.say(count === 0 ? words.noneSelected : words.selected(count));
    if (count === 0) this.#floating.hide();
  }

  get #words() {
    return this.#locale.messages.bulk ?? english;
  }

  protected override render(): TemplateResult {
    const words = this.#words;
    const states = this.#session.value?.capabilities.states ?? [];
    const records = this.#records.value;
    const archived = records.filter(({state: where}) => where === 'archived').length;
    const unread = records.some((record) => (record.unread ?? 0) > 0);
    const reads = this.#offers('readState');
    return html`
      <div class="bar" role="toolbar" aria-label=${words.bar} @keydown=${this.#onKeydown} @focusin=${this.#toolbar.onFocusIn}>
        ${this.#button('x', words.clear, () => this.dispatchEvent(new Event('clear')))}
        <span class="count-text truncate"><b class="number">${words.selected(this.ids.length)}</b></span>
        ${archived < records.length && states.includes('archived') ? this.#button('archive', words.archive, () => this.dispatchEvent(new Event('archive'))) : nothing}
        ${archived > 0 && states.includes('active') ? this.#button('arrow-u-up-left', words.reopen, () => this.#do({type: 'move', to: 'active'})) : nothing}
        ${unread ? this.#button('check', words.read, () => this.#do({type: 'read'})) : nothing}
        ${!unread && reads ? this.#button('tray', words.unread, () => this.#do({type: 'unread'})) : nothing}
        ${this.#offers('tags') ? this.#button('tag', words.tag, () => void this.#open('tag'), 'tag') : nothing}
        ${this.#offers('assignment') ? this.#button('user-switch', words.assign, () => void this.#open('assign'), 'assign') : nothing}
      </div>
      <div class="popover menu" popover="auto" role="menu" aria-label=${this.menu ? words[this.menu] : nothing} @keydown=${onMenuKeydown}>
        ${this.menu === 'tag' ? this.#renderTags(records) : nothing}${this.menu === 'assign' ? this.#renderPeople() : nothing}
      </div>
    `;
  }

  #button(mark: IconName, label: string, run: () => void, menu?: Menu): TemplateResult {
    return html`<button class="icon-button" type="button" aria-label=${label} title=${label} data-menu=${menu ?? nothing}
      aria-haspopup=${menu ? 'menu' : nothing} aria-expanded=${menu ? this.#floating.open && this.menu === menu : nothing} @click=${run}>
      ${icon(mark)}</button>`;
  }

  /** Carried by all, by some, by none of them. */
  #renderTags(records: readonly Conversation[]): unknown {
    const all = [...new Map([...this.tags, ...records.flatMap(({tags}) => tags)].map((tag) => [tag.id, tag])).values()];
    if (all.length === 0) return html`<p class="menu-heading" role="presentation">${(this.#locale.messages.conversationMenu ?? conversationMenu).noTags}</p>`;
    return all.map((tag) => {
      const carriers = records.filter(({tags}) => tags.some(({id}) => id === tag.id)).length;
      const checked = carriers === 0 ? 'false' : carriers === records.length ? 'true' : 'mixed';
      const run = () => this.#do({type: 'tag', ...(checked === 'true' ? {remove: [tag]} : {add: [tag]})});
      return html`<button class="menu-item" type="button" role="menuitemcheckbox" tabindex="-1" aria-checked=${checked} @click=${run}>
        <span class="tick">${checked === 'true' ? icon('check-bold', {size: 12}) : checked === 'mixed' ? html`<span class="some"></span>` : nothing}</span>${tagLabel(tag)}
      </button>`;
    });
  }

  #renderPeople(): unknown {
    const me = this.#session.value?.me;
    const words = this.#locale.messages.conversationMenu ?? conversationMenu;
    const others = this.people.filter(({id}) => id !== me?.id);
    const entry = (who: Agent | Team | null, label: string, to: Omit<Extract<BulkAction, {type: 'assign'}>, 'type'>) =>
      html`<button class="menu-item" type="button" role="menuitem" tabindex="-1" @click=${() => this.#assign(to)}>
        ${avatar(who, {size: 'sm', mine: who !== null && who.id === me?.id})}<bdi class="truncate">${label}</bdi></button>`;
    return html`
      ${me ? entry(me, words.assignToMe, {agentId: me.id}) : nothing}
      ${entry(null, words.unassigned, {agentId: null})}
      ${others.length > 0 ? html`<hr />` : nothing}
      ${others.map((who) => entry(who, who.name, who.type === 'team' ? {teamId: who.id} : {agentId: who.id}))}
    `;
  }

  /** The choices may be there a moment after the menu. */
  async #open(menu: Menu): Promise<void> {
    const {commands} = this.#inbox;
    const [first] = this.ids;
    if (this.#floating.open && this.menu === menu) return this.#floating.hide();
    this.#floating.hide();
    this.menu = menu;
    await this.updateComplete;
    this.#floating.show();
    focusMenu(this.panel);
    if (menu === 'tag') this.tags = (await commands?.tags()) ?? [];
    else if (first !== undefined) this.people = (await commands?.assignees(first)) ?? [];
    await this.updateComplete;
    if (this.#floating.open && !this.shadowRoot?.activeElement?.matches('.menu-item')) focusMenu(this.panel);
  }

  #assign(to: Omit<Extract<BulkAction, {type: 'assign'}>, 'type'>): void {
    this.#floating.hide();
    this.#do({type: 'assign', ...to});
  }

  #do(action: BulkAction): void {
    this.#inbox.commands?.bulk(this.ids, action);
  }

  #offers(feature: 'readState' | 'tags' | 'assignment'): boolean {
    const {state: all} = this.#inbox;
    return all !== undefined && offers(all, feature);
  }

  #onKeydown(event: KeyboardEvent): void {
    this.#toolbar.onKeydown(event);
    if (event.key !== 'Escape' || this.#floating.open) return;
    event.stopPropagation();
    this.dispatchEvent(new Event('clear'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'loop-bulk-bar': LoopBulkBar;
  }
}
