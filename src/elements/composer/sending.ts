import {html, nothing, type LitElement, type ReactiveController, type TemplateResult} from 'lit';
import type {ConversationState, Doing, Id, WrittenKind} from '../../contract/index.js';
import {EffectController} from '../../controllers/effect-controller.js';
import {FloatingController} from '../../controllers/floating-controller.js';
import {InboxController, type Slice} from '../../controllers/inbox-controller.js';
import {ToolbarController} from '../../controllers/toolbar-controller.js';
import {LoopConversationArchiveEvent} from '../../events/conversation-events.js';
import {LoopMessageSendEvent, LoopMessageSentEvent} from '../../events/message-events.js';
import type {Locale} from '../../i18n/locale.js';
import {sending} from '../../i18n/locales/en/sending.js';
import {writing} from '../../i18n/locales/en/writing.js';
import type {SpokenMessages} from '../../i18n/messages.js';
import {focusMenu, onMenuKeydown} from '../../internal/menu-keys.js';
import {standsAlone} from '../../internal/stands-alone.js';
import type {Fact} from '../../store/facts.js';
import type {Inbox} from '../../store/inbox.js';
import {isEmptyDraft, selectComposing, selectDenial, selectDraft} from '../../store/selectors.js';
import {icon} from '../../templates/icon.js';
import type {LoopConversation} from '../conversation/loop-conversation.js';
import {Attendance} from './attendance.js';
import {ComposerFiles} from './composer-files.js';
import {GapGuard} from './gap-guard.js';
import {quoteBar} from './quote-bar.js';
import {Recipients} from './recipients.js';
import {signaturePreview, signatureOf, signed} from './signature.js';
import {WritingTools} from './writing-tools.js';

type Host = LitElement & {readonly inbox: Inbox | undefined; readonly conversationId: Id};

/** What sending needs of the composer. */
export interface SendingParts {
  readonly inbox: () => Inbox | undefined;
  /** It takes no input. */
  readonly isOff: () => boolean;
  readonly popover: () => HTMLElement | null;
  readonly anchor: () => Element | null;
}

type Shown = TemplateResult | typeof nothing;

/** What a composer shows besides its field and its send button. */
export interface Extras {
  /** Beside the tabs, in the place of the one recipient; undefined: nobody can choose. */
  readonly to: TemplateResult | undefined;
  /** Over the field. */
  readonly above: Shown;
  /** Between the field and the bottom line. */
  readonly below: Shown;
  /** In the bottom line. */
  readonly tools: Shown;
  /** Makes the bottom line one stop of the Tab key, which is the button that sends. */
  readonly toolbar: ToolbarController;
  readonly toolbarLabel: string;
}

/** Sends what was written, tells the host before and after, and tells colleagues that somebody is at it. */
export class Sending implements ReactiveController {
  readonly #host: Host;
  readonly #parts: SendingParts;
  readonly #floating: FloatingController;
  readonly #attendance = new Attendance();
  readonly #files: ComposerFiles;
  readonly #tools: WritingTools;
  readonly #recipients: Recipients;
  readonly #gaps: GapGuard;
  readonly #signature: Slice<string | undefined>;
  readonly #toolbar: ToolbarController;
  /** Client ids of what was sent from here and is not known to have arrived. */
  readonly #underWay = new Set<string>();

  constructor(host: Host, parts: SendingParts) {
    this.#host = host;
    this.#parts = parts;
    this.#floating = new FloatingController(host, {anchor: parts.anchor, panel: parts.popover, placement: 'top-end'});
    new EffectController(host, () => [standsAlone(host) ? host.inbox : undefined], (inbox) => inbox?.listen((fact) => this.#onFact(fact)));
    this.#files = new ComposerFiles(host, parts);
    this.#tools = new WritingTools(host, parts);
    const follow = new InboxController(host, parts.inbox);
    this.#recipients = new Recipients(host, {...parts, follow});
    this.#gaps = new GapGuard(host, parts);
    this.#signature = follow.select((state) => {
      const kind = selectComposing(state, host.conversationId);
      const text = (selectDraft(state, host.conversationId, kind)?.text ?? '').trim();
      return signatureOf(text, state, host.conversationId, kind);
    }, undefined);
    this.#toolbar = new ToolbarController(host, {
      items: () => [...host.renderRoot.querySelectorAll<HTMLElement>('.tools > button, .split > button, .send-note')],
      axis: 'row',
      preferred: () => host.renderRoot.querySelector<HTMLElement>('[part=send]'),
      startsAnew: true,
    });
    host.addController(this);
  }

  get menuOpen(): boolean {
    return this.#floating.open;
  }

  hostDisconnected(): void {
    this.#attendance.end();
  }

  extras(id: Id, kind: WrittenKind, locale: Locale): Extras {
    const files = this.#files.view(id, kind, locale);
    const {bar, buttons, list} = this.#tools.view(id, kind, locale);
    const envelope = this.#recipients.view(id, kind, locale);
    return {
      to: envelope?.summary,
      above: html`${envelope?.fields}${this.#quote(id, kind, locale)}`,
      below: html`${signaturePreview(this.#signature.value, locale.messages.writing ?? writing)}${files.chips}${bar}${this.#gaps.bar(id, kind, locale)}${list}`,
      tools: html`<div class="tools">${files.button}${buttons}</div>`,
      toolbar: this.#toolbar,
      toolbarLabel: (locale.messages.writing ?? writing).tools,
    };
  }

  /** What canned replies left open, behind the text of the field. */
  gaps(id: Id, kind: WrittenKind): Shown {
    return this.#gaps.marks(id, kind);
  }

  #quote(id: Id, kind: WrittenKind, locale: Locale): Shown {
    const inbox = this.#parts.inbox();
    const messageId = inbox && selectDraft(inbox.state, id, kind)?.replyTo;
    if (!inbox || messageId === undefined) return nothing;
    const root = this.#host.getRootNode();
    const around = root instanceof ShadowRoot ? (root.host as Partial<LoopConversation>) : undefined;
    return quoteBar({
      state: inbox.state,
      conversationId: id,
      messageId,
      locale,
      show: around?.showMessage && (() => around.showMessage?.(messageId)),
      drop: () => {
        inbox.commands.setDraft(id, kind, {replyTo: undefined});
        this.#host.focus();
      },
    });
  }

  /** @param doing undefined: nothing that colleagues should know. */
  attend(conversationId: Id, doing: Doing | undefined): void {
    const inbox = this.#parts.inbox();
    if (inbox && doing) this.#attendance.tell(inbox, conversationId, doing);
    else this.#attendance.end();
  }

  /** Other ways to send. */
  menu(id: Id, kind: WrittenKind, {composer, sending: words = sending}: SpokenMessages): TemplateResult {
    return html`<div class="popover menu" popover="auto" role="menu" aria-label=${composer.moreWays} @keydown=${onMenuKeydown}>
      <button type="button" class="menu-item" role="menuitem" @click=${() => this.#sendAndArchive(id, kind)}>${icon('archive')}${words.sendAndArchive}</button>
    </div>`;
  }

  toggleMenu(): void {
    this.#floating.toggle();
    if (this.#floating.open) focusMenu(this.#parts.popover());
  }

  /** Sends it, or asks first. */
  send(id: Id, kind: WrittenKind): void {
    this.#unlessOpen(id, kind, () => this.#send(id, kind));
  }

  /** Does it at once when no gap is open, else once the agent has said so. */
  #unlessOpen(id: Id, kind: WrittenKind, act: () => void): void {
    if (this.#gaps.settle(id, kind, act)) act();
  }

  /** False: nothing was sent, because there is nothing, it may not be, or the host keeps it. */
  #send(id: Id, kind: WrittenKind, then?: () => ConversationState | undefined): boolean {
    const inbox = this.#parts.inbox();
    if (!inbox || this.#parts.isOff() || selectDenial(inbox.state, id, kind) !== undefined) return false;
    this.#host.focus();
    const draft = selectDraft(inbox.state, id, kind);
    const text = (draft?.text ?? '').trim();
    const {maxBodyChars = Infinity, bodyFormats = ['markdown']} = inbox.state.session?.capabilities ?? {};
    if (isEmptyDraft(draft) || text.length > maxBodyChars || !this.#recipients.settle(id, kind)) return false;
    const format = bodyFormats.includes('text') && !bodyFormats.includes('markdown') ? 'text' : 'markdown';
    const request = new LoopMessageSendEvent(id, kind, {format, value: signed(text, inbox.state, id, kind)}, draft?.files);
    if (!this.#host.dispatchEvent(request)) return false;
    const thenState = then?.();
    const clientId = inbox.commands.send(request.conversationId, request.kind, {body: request.body, ...(thenState && {thenState})});
    if (clientId !== undefined) this.#underWay.add(clientId);
    return clientId !== undefined;
  }

  #sendAndArchive(id: Id, kind: WrittenKind): void {
    this.#floating.hide();
    const inbox = this.#parts.inbox();
    const inOneCall = inbox?.state.session?.capabilities.send.thenState ?? false;
    const isArchiving = () => this.#host.dispatchEvent(new LoopConversationArchiveEvent(id));
    this.#unlessOpen(id, kind, () => {
      const isSent = this.#send(id, kind, inOneCall ? () => (isArchiving() ? 'archived' : undefined) : undefined);
      if (isSent && !inOneCall && isArchiving()) inbox?.commands.archive(id);
    });
  }

  #onFact(fact: Fact): void {
    if (fact.type !== 'message-sent' || !this.#underWay.delete(fact.message.clientId ?? '')) return;
    this.#host.dispatchEvent(new LoopMessageSentEvent(fact.conversationId, fact.kind, fact.message));
  }
}
