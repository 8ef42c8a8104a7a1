import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import {live} from 'lit/directives/live.js';
import type {Conversation, Id, WrittenKind} from '../../contract/index.js';
import {EffectController} from '../../controllers/effect-controller.js';
import {InboxController} from '../../controllers/inbox-controller.js';
import {LocaleController} from '../../controllers/locale-controller.js';
import {checkProperties, isInbox} from '../../internal/host-properties.js';
import {keepInside} from '../../internal/keep-inside.js';
import {lateStyles} from '../../internal/late.js';
import type {Inbox} from '../../store/inbox.js';
import {isEmptyDraft, selectComposing, selectConversation, selectDenial, selectDraft, selectKept, selectWrittenElsewhere} from '../../store/selectors.js';
import {base} from '../../styles/base.js';
import {hostGuard} from '../../styles/host-guard.js';
import {lateControls, lateTokens} from '../../styles/late.js';
import {tokens} from '../../styles/tokens.js';
import {kindTabs} from './kind-tabs.js';
import {later} from './late.js';
import {styles} from './loop-composer.styles.js';
import {recipient} from './recipient.js';
import {sendButtons} from './send-buttons.js';
import type {Sending} from './sending.js';

const onlyReplies: readonly WrittenKind[] = ['reply'];

/**
 * Writes a reply to the contact or a note for the team; which of the two is part of the draft.
 *
 * @summary Reply and note panel
 * @tag loop-composer
 * @slot composer-actions - Buttons at the start of the bottom line.
 * @event {LoopMessageSendEvent} loop-message-send - Before a reply or note is sent; cancelable, `body` can be changed.
 * @event {LoopMessageSentEvent} loop-message-sent - The backend has it. Comes from the provider where there is one.
 * @csspart composer - The panel.
 * @csspart input - The text field.
 * @csspart send - The button that sends, or adds the note.
 * @cssprop [--loop-composer-background=var(--loop-color-surface-raised)] - Plane of the panel.
 * @cssprop [--loop-composer-radius=var(--loop-radius-md)] - Its corners.
 * @cssprop [--loop-composer-min-block-size=72px] - Least height of the text field.
 * @cssprop [--loop-composer-max-block-size=240px] - Height at which the text field starts to scroll.
 * @cssstate empty - There is nothing to send.
 * @cssstate note - A note is being written, not a reply.
 * @cssstate disabled - Takes no input: switched off, without inbox, or not allowed here.
 */
export class LoopComposer extends LitElement {
  static override styles = [tokens, lateTokens, hostGuard, base, lateControls, styles, lateStyles(later)];

  /** Conversation that is written to. */
  @property({attribute: 'conversation-id'}) conversationId = '';

  /** Id of a provider in the same tree, instead of the nearest one. */
  @property() for = '';

  /** The inbox to use instead of a provider's. */
  @property({attribute: false, type: isInbox}) inbox: Inbox | undefined;

  /** Shows the draft but takes no input. */
  @property({type: Boolean, reflect: true}) disabled = false;

  @query('textarea') private readonly input!: HTMLTextAreaElement | null;

  readonly #internals = this.attachInternals();
  readonly #inbox = new InboxController(this);
  readonly #locale = new LocaleController(this);
  readonly #kind = this.#inbox.select((state) => selectComposing(state, this.conversationId), 'reply');
  readonly #kinds = this.#inbox.select((state) => state.session?.capabilities.kinds ?? onlyReplies, onlyReplies);
  readonly #conversation = this.#inbox.select((state) => selectConversation(state, this.conversationId), undefined);
  readonly #draft = this.#inbox.select((state) => selectDraft(state, this.conversationId, selectComposing(state, this.conversationId)), undefined);
  readonly #elsewhere = this.#inbox.select((state) => selectWrittenElsewhere(state, this.conversationId, selectComposing(state, this.conversationId)), false);
  readonly #enterSends = this.#inbox.select((state) => state.choices.enterSends, true);
  readonly #kept = this.#inbox.select((state) => selectKept(state, this.conversationId, selectComposing(state, this.conversationId)), undefined);
  readonly #capabilities = this.#inbox.select((state) => state.session?.capabilities, undefined);
  /** Where focus goes once what was asked for is rendered. */
  #focusNext: 'field' | 'tab' | undefined;
  #sending: Sending | undefined;

  constructor() {
    super();
    // Keeps the conversation's facts (contact, channel, what is denied) and its news at hand, also where nothing else shows it.
    new EffectController(this, () => [this.#inbox.inbox, this.conversationId], (inbox, id) =>
      inbox && id ? inbox.commands.openThread(id) : undefined);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (root instanceof ShadowRoot) keepInside(root);
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (later.for(this)) this.#prepare();
    const {states} = this.#internals;
    const set = (name: string, on: boolean) => (on ? states.add(name) : states.delete(name));
    set('empty', isEmptyDraft(this.#draft.value));
    set('note', this.#kind.value === 'note');
    set('disabled', this.#isOff || this.#denial(this.#kind.value) !== undefined);
    // Another conversation keeps the focus in its field. Another kind does only when the agent chose it: whoever writes a note must
    // not find themselves writing a reply.
    if (changed.has('conversationId') && this.#isWriting && this.input?.dataset['kind'] === this.#kind.value) this.#focusNext ??= 'field';
  }

  protected override updated(): void {
    const next = this.#focusNext;
    this.#focusNext = undefined;
    if (next === 'field') this.focus();
    if (next === 'tab') this.renderRoot.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
    this.#tellColleagues();
  }

  override focus(options?: FocusOptions): void {
    const target = this.input ?? this.renderRoot.querySelector<HTMLElement>('.denied button');
    target?.focus(options);
  }

  protected override render(): TemplateResult {
    const m = this.#locale.messages.composer;
    const id = this.conversationId;
    const kind = this.#kind.value;
    const isNote = kind === 'note';
    const conversation = this.#conversation.value;
    const denial = this.#denial(kind);
    const extras = this.#sending?.extras(id, kind, this.#locale.value);
    return html`
      <div part="composer" class="composer" role="group" aria-label=${m.label} ?data-note=${isNote}>
        <div class="top">
          ${kindTabs({kinds: this.#kinds.value, selected: kind, disabled: this.#isOff, messages: m, choose: (chosen, next) => this.#choose(id, chosen, next)})}
          ${isNote ? html`<span id="only-team" class="only-team">${m.onlyTeam}</span>` : (extras?.to ?? recipient(conversation, this.#locale.messages))}
        </div>
        <div class="panel" id="panel" role=${this.#kinds.value.length > 1 ? 'tabpanel' : nothing} aria-labelledby=${this.#kinds.value.length > 1 ? `tab-${kind}` : nothing}>
          ${extras?.above}
          ${denial === undefined ? nothing : this.#renderDenial(id, kind, denial)}
          ${denial === undefined || this.#text ? keyed(`${kind}:${id}`, this.#renderField(id, kind, conversation, denial)) : nothing}
          ${extras?.below}
          <div class="bottom" role="toolbar" aria-label=${extras?.toolbarLabel ?? nothing} @keydown=${extras?.toolbar.onKeydown}
            @focusin=${extras?.toolbar.onFocusIn} @focusout=${extras?.toolbar.onFocusOut}>
            <slot name="composer-actions"></slot>
            ${extras?.tools}
            ${later.value?.hints({
              draft: this.#draft.value,
              max: this.#capabilities.value?.maxBodyChars ?? Infinity,
              elsewhere: this.#elsewhere.value,
              kept: this.#kept.value,
              messages: this.#locale.messages,
            }) ?? html`<span class="hint"></span>`}
            ${denial === undefined
              ? sendButtons({
                  kind,
                  disabled: this.#isOff,
                  canArchive: this.#canArchive(conversation),
                  menuOpen: this.#sending?.menuOpen ?? false,
                  messages: m,
                  send: () => this.#send(id, kind),
                  toggleMenu: this.#toggleMenu,
                  menu: this.#sending?.menu(id, kind, this.#locale.messages),
                })
              : nothing}
          </div>
        </div>
      </div>
    `;
  }

  #renderField(id: Id, kind: WrittenKind, conversation: Conversation | undefined, denial: string | undefined): TemplateResult {
    const m = this.#locale.messages.composer;
    const isNote = kind === 'note';
    const text = this.#text;
    const placeholder = this.#inbox.inbox && id ? (isNote ? m.notePlaceholder : m.replyPlaceholder(conversation?.contact.name)) : m.absent;
    return html`
      <div class="grow" data-text=${`${text}\u200b`}>${this.#sending?.gaps(id, kind)}
        <textarea part="input" rows="1" dir="auto" data-kind=${kind} aria-label=${isNote ? m.noteField : m.replyField} placeholder=${placeholder}
          aria-describedby="count" ?disabled=${this.#isOff} ?readonly=${denial !== undefined} .value=${live(text)}
          @input=${(event: InputEvent) => this.#onInput(event, id, kind)} @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, id, kind)}
          @focus=${() => this.#onFocus(id, kind)} @blur=${this.#tellColleagues}></textarea>
      </div>
    `;
  }

  #renderDenial(id: Id, kind: WrittenKind, sentence: string): TemplateResult {
    const other = this.#isOff ? undefined : this.#kinds.value.find((each) => each !== kind && this.#denial(each) === undefined);
    return html`<div class="denied">${later.value?.denied(sentence, other, this.#locale.messages, (chosen) => this.#choose(id, chosen, 'field'))}</div>`;
  }

  get #text(): string {
    return this.#draft.value?.text ?? '';
  }

  /** The field has the focus. */
  get #isWriting(): boolean {
    const root = this.shadowRoot;
    return !!root?.activeElement && root.activeElement === this.input;
  }

  /** No inbox, no conversation, or switched off. */
  get #isOff(): boolean {
    return this.disabled || !this.#inbox.inbox || !this.conversationId;
  }

  #denial(kind: WrittenKind): string | undefined {
    const state = this.#inbox.inbox?.state;
    return state && selectDenial(state, this.conversationId, kind);
  }

  #canArchive(conversation: Conversation | undefined): boolean {
    const states = this.#capabilities.value?.states ?? [];
    return states.includes('archived') && conversation?.state !== 'archived' && conversation?.deny?.archive === undefined;
  }

  #tellColleagues(): void {
    const isAtIt = this.isConnected && this.#isWriting && this.#text.trim() !== '';
    this.#sending?.attend(this.conversationId, isAtIt ? (this.#kind.value === 'note' ? 'noting' : 'replying') : undefined);
  }

  #choose(id: Id, kind: WrittenKind, focusNext: 'field' | 'tab'): void {
    this.#focusNext = focusNext;
    if (kind !== this.#kind.value) this.#inbox.commands?.compose(id, kind);
    this.requestUpdate();
  }

  // The handlers of a field get the conversation and kind it was rendered for: what is typed there belongs to them, whatever the
  // properties say by now.

  #onInput(event: InputEvent, id: Id, kind: WrittenKind): void {
    const text = (event.target as HTMLTextAreaElement).value;
    this.#inbox.commands?.setDraft(id, kind, {text});
    if (text.trim()) this.#inbox.commands?.type(id, kind);
  }

  #onFocus(id: Id, kind: WrittenKind): void {
    this.#inbox.commands?.claimDraft(id, kind);
    this.#tellColleagues();
  }

  #onKeydown(event: KeyboardEvent, id: Id, kind: WrittenKind): void {
    // 229: WebKit sends the Enter that ends a composition after `compositionend` (WebKit bug 165004).
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (!isCommand && (event.shiftKey || event.altKey || !this.#enterSends.value)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) this.#send(id, kind);
  }

  /** Sends at once, or as soon as the code that sends is there: a click is never lost. */
  #send(id: Id, kind: WrittenKind): void {
    void this.#whenSending((sending) => sending.send(id, kind));
  }

  readonly #toggleMenu = (): void => {
    void this.#whenSending((sending) => sending.toggleMenu());
  };

  #whenSending(act: (sending: Sending) => void): Promise<void> | void {
    const sending = this.#prepare();
    if (sending) return act(sending);
    return later.load().then(() => {
      const loaded = this.isConnected && this.#prepare();
      if (loaded) act(loaded);
    });
  }

  #prepare(): Sending | undefined {
    return (this.#sending ??=
      later.value &&
      new later.value.Sending(this, {
        inbox: () => this.#inbox.inbox,
        isOff: () => this.#isOff,
        popover: () => this.renderRoot.querySelector<HTMLElement>('.popover'),
        anchor: () => this.renderRoot.querySelector('.more'),
      }));
  }
}

checkProperties(LoopComposer);

declare global {
  interface HTMLElementTagNameMap {
    'loop-composer': LoopComposer;
  }
}
