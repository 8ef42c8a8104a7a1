import {html, nothing, type LitElement, type ReactiveController, type TemplateResult} from 'lit';
import type {Id, WrittenKind} from '../../contract/index.js';
import {AnnouncerController} from '../../controllers/announcer-controller.js';
import {FloatingController} from '../../controllers/floating-controller.js';
import type {Locale} from '../../i18n/locale.js';
import {messageMenu as english} from '../../i18n/locales/en/message-menu.js';
import {keepInside} from '../../internal/keep-inside.js';
import {focusMenu, onMenuKeydown} from '../../internal/menu-keys.js';
import {wordsOf} from '../../internal/plain-text.js';
import type {Inbox} from '../../store/inbox.js';
import {offers, selectComposing, selectDenial} from '../../store/selectors.js';
import type {ThreadMessage} from '../../store/state.js';
import {icon, type IconName} from '../../templates/icon.js';
import type {LoopMessage} from './loop-message.js';

type Host = LitElement & {readonly conversationId: Id};

export interface MessageMenuParts {
  readonly inbox: () => Inbox | undefined;
  readonly locale: () => Locale;
}

/** What is being changed in a message, where it stands. */
export interface Editing {
  readonly text: string;
  /** The key that saves is the one that sends. */
  readonly enterSaves: boolean;
  readonly change: (text: string) => void;
  readonly save: () => void;
  readonly cancel: () => void;
}

interface Item {
  readonly icon: IconName;
  readonly label: string;
  readonly act: () => void;
  /** Why it may not be done here. */
  readonly denial?: string | undefined;
}

/** What an agent does with a message of a thread: one menu for all of them, so that none adds a Tab stop. */
export class MessageMenu implements ReactiveController {
  readonly #host: Host;
  readonly #parts: MessageMenuParts;
  readonly #announcer: AnnouncerController;
  readonly #menu: FloatingController;
  readonly #question: FloatingController;
  /** What the menu is about. */
  #row: LoopMessage | undefined;
  #anchor: HTMLElement | undefined;
  /** Changed words that have not been saved, by message: closing the field loses none. */
  readonly #words = new Map<Id, string>();
  readonly #kept = new WeakSet<ShadowRoot>();

  constructor(host: Host, parts: MessageMenuParts) {
    this.#host = host;
    this.#parts = parts;
    this.#announcer = new AnnouncerController(host);
    const floating = (selector: string) =>
      new FloatingController(host, {
        anchor: () => this.#anchor,
        panel: () => host.renderRoot.querySelector<HTMLElement>(selector),
        placement: 'bottom-end',
      });
    this.#menu = floating('.message-menu');
    this.#question = floating('.message-question');
    host.addController(this);
    // Kept by the root itself: it goes with the element.
    host.renderRoot.addEventListener('keydown', (event) => this.#onKeydown(event as KeyboardEvent));
    host.renderRoot.addEventListener('contextmenu', (event) => this.#onContextMenu(event as PointerEvent));
  }

  hostUpdate(): void {
    const {message} = this.#row ?? {};
    if (message && message.conversationId !== this.#host.conversationId) this.#row = undefined;
  }

  /** Opens it for a message, or closes it. */
  toggle(row: LoopMessage, anchor: HTMLElement): void {
    if (this.#menu.open && row === this.#row) return this.#menu.hide();
    if (!row.message || this.#items(row.message).length === 0) return;
    this.#row = row;
    this.#anchor = anchor;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      this.#menu.show();
      focusMenu(this.#panel('.message-menu'));
    });
  }

  /** Both popovers, also while they are closed. */
  view(): TemplateResult {
    const m = this.#m;
    const message = this.#row?.message;
    return html`
      <div class="popover menu message-menu" popover="auto" role="menu" aria-label=${m.label} @keydown=${onMenuKeydown}>
        ${message ? this.#items(message).map(menuItem) : nothing}
      </div>
      <div class="popover message-question" popover="auto" role="alertdialog" aria-labelledby="remove-question" aria-describedby="remove-why">
        <p id="remove-question" class="question">${m.removeQuestion}</p>
        <p id="remove-why">${message?.kind === 'note' ? m.removeNote : m.removeReply}</p>
        <div class="answers">
          <button type="button" class="button keep" @click=${() => this.#close()}>${m.keep}</button>
          <button type="button" class="button remove" @click=${this.#remove}>${icon('trash', {size: 14})}${m.remove}</button>
        </div>
      </div>
    `;
  }

  get #m() {
    return this.#parts.locale().messages.messageMenu ?? english;
  }

  #panel(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }

  #items(message: ThreadMessage): readonly Item[] {
    const state = this.#parts.inbox()?.state;
    if (!state || message.deleted || message.kind === 'activity') return [];
    const m = this.#m;
    const {conversationId} = message;
    const isStored = message.entry === undefined;
    const isMine = message.author.kind === 'agent' && message.author.id === state.session?.me.id && isStored;
    const items: Item[] = [];
    const kind = this.#answeringKind(message);
    if (isStored && kind && state.session?.capabilities.send.replyTo)
      items.push({
        icon: 'arrow-bend-up-left',
        label: message.kind === 'note' ? m.answerInNote : m.answer,
        act: () => this.#answer(message, kind),
        denial: selectDenial(state, conversationId, kind),
      });
    if (message.body.value) items.push({icon: 'copy', label: m.copy, act: () => void this.#copy(message)});
    if (isMine && offers(state, 'editMessage') && message.body.format !== 'html' && message.delivery !== 'failed')
      items.push({icon: 'pencil-simple', label: m.edit, act: () => this.#edit(), denial: selectDenial(state, conversationId, 'edit-message')});
    if (isMine && offers(state, 'deleteMessage'))
      items.push({icon: 'trash', label: m.remove, act: () => this.#ask(), denial: selectDenial(state, conversationId, 'delete-message')});
    return items;
  }

  /** What is written in answer: what the composer is at, but never a reply to the customer in answer to a note. */
  #answeringKind({kind, conversationId}: ThreadMessage): WrittenKind | undefined {
    const state = this.#parts.inbox()?.state;
    if (!state) return undefined;
    if (kind !== 'note') return selectComposing(state, conversationId);
    return state.session?.capabilities.kinds.includes('note') ? 'note' : undefined;
  }

  #answer({conversationId, id}: ThreadMessage, kind: WrittenKind): void {
    const inbox = this.#parts.inbox();
    this.#menu.hide();
    if (!inbox) return;
    inbox.commands.setDraft(conversationId, kind, {replyTo: id});
    const write = () => void this.#host.dispatchEvent(new Event('compose'));
    if (selectComposing(inbox.state, conversationId) === kind) return write();
    inbox.commands.compose(conversationId, kind);
    // The field of the other kind is gone by then, and does not take the focus with it.
    requestAnimationFrame(write);
  }

  async #copy({body: {format, value}}: ThreadMessage): Promise<void> {
    this.#close();
    // Pages without TLS have no clipboard, and a browser may refuse it.
    const {clipboard} = navigator as Partial<Pick<Navigator, 'clipboard'>>;
    const done = clipboard?.writeText(format === 'html' ? wordsOf(value) : value).then(() => true, () => false);
    this.#announcer.say((await done) ? this.#m.copied : this.#m.notCopied);
  }

  #ask(): void {
    this.#menu.hide();
    this.#question.show();
    // The answer that changes nothing is the one under the key that was pressed.
    this.#panel('.keep')?.focus();
  }

  readonly #remove = (): void => {
    const message = this.#row?.message;
    this.#close();
    if (message) this.#parts.inbox()?.commands.deleteMessage(message.conversationId, message.id);
  };

  /** The focus goes back to the message. */
  #close(): void {
    this.#menu.hide();
    this.#question.hide();
    this.#row?.focus({preventScroll: true});
  }

  #edit(): void {
    const row = this.#row;
    const message = row?.message;
    this.#menu.hide();
    if (!row || !message) return;
    this.#open(row, message.id, this.#words.get(message.id) ?? message.body.value);
  }

  #open(row: LoopMessage, id: Id, text: string): void {
    const root = row.shadowRoot;
    if (root && !this.#kept.has(root)) {
      this.#kept.add(root);
      keepInside(root);
    }
    const close = () => {
      row.editing = undefined;
      row.focus({preventScroll: true});
    };
    row.editing = {
      text,
      enterSaves: this.#parts.inbox()?.state.choices.enterSends ?? true,
      change: (words) => void this.#words.set(id, words),
      save: () => void this.#save(row, id, close),
      cancel: () => {
        this.#words.delete(id);
        close();
      },
    };
    void row.updateComplete.then(() => {
      const field = root?.querySelector('textarea');
      field?.focus();
      field?.setSelectionRange(field.value.length, field.value.length);
    });
  }

  async #save(row: LoopMessage, id: Id, close: () => void): Promise<void> {
    const message = row.message;
    const text = (this.#words.get(id) ?? '').trim();
    if (!message || message.id !== id) return close();
    const {maxBodyChars = Infinity} = this.#parts.inbox()?.state.session?.capabilities ?? {};
    // Nothing is no message: that is what deleting is for.
    if (!text && this.#words.has(id) && message.attachments.length === 0) return;
    if (text.length > maxBodyChars) return;
    close();
    if (!this.#words.has(id) || text === message.body.value) return void this.#words.delete(id);
    const done = await this.#parts.inbox()?.commands.editMessage(message.conversationId, id, text);
    if (done) this.#words.delete(id);
    // A notice says why; the words are there again.
    else if (row.isConnected && row.message?.id === id) this.#open(row, id, text);
  }

  #onKeydown(event: KeyboardEvent): void {
    const row = focusedRow(event);
    if (!row || event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat) return;
    event.preventDefault();
    this.toggle(row, buttonOf(row));
  }

  /** The key for menus, or Shift+F10: a right click keeps the browser's own menu, with its dictionary and its search. */
  #onContextMenu(event: PointerEvent): void {
    const row = focusedRow(event);
    if (!row || event.button === 2 || event.pointerType === 'mouse' || event.pointerType === 'touch') return;
    event.preventDefault();
    this.toggle(row, buttonOf(row));
  }
}

const buttonOf = (row: LoopMessage): HTMLElement => row.shadowRoot?.querySelector<HTMLElement>('.message-more') ?? row;

/** The message that has the focus itself, not something in it. */
function focusedRow(event: Event): LoopMessage | undefined {
  const [target] = event.composedPath();
  return target instanceof HTMLElement && target.localName === 'loop-message' ? (target as LoopMessage) : undefined;
}

const menuItem = ({icon: drawing, label, act, denial}: Item): TemplateResult => html`
  <button type="button" class="menu-item" role="menuitem" aria-disabled=${denial === undefined ? nothing : 'true'}
    @click=${() => denial === undefined && act()}>
    ${icon(drawing, {mirror: drawing === 'arrow-bend-up-left'})}
    <span class="item-words"><span>${label}</span>${denial === undefined ? nothing : html`<span class="denial">${denial}</span>`}</span>
  </button>
`;
