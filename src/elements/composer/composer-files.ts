import {html, nothing, type LitElement, type ReactiveController, type TemplateResult} from 'lit';
import type {FileInput, Id, WrittenKind} from '../../contract/index.js';
import type {Locale} from '../../i18n/locale.js';
import {files as english} from '../../i18n/locales/en/files.js';
import {ObjectUrls} from '../../internal/object-urls.js';
import type {Inbox} from '../../store/inbox.js';
import {selectComposing, selectDenial, selectDraft} from '../../store/selectors.js';
import {icon} from '../../templates/icon.js';
import {fileChips} from './file-chips.js';
import {acceptDrops} from './file-drop.js';
import {sortFiles, type Given, type Refusal} from './file-limits.js';

type Host = LitElement & {readonly conversationId: Id};

/** What files need of the composer. */
export interface ComposerFilesParts {
  readonly inbox: () => Inbox | undefined;
  /** It takes no input. */
  readonly isOff: () => boolean;
}

/** What a composer shows of files. */
export interface FilesView {
  /** Above the line of buttons. */
  readonly chips: TemplateResult;
  /** In it. */
  readonly button: TemplateResult | typeof nothing;
}

/**
 * Files of the draft: chosen, pasted or dropped, kept within what the backend takes, and shown. They belong to the draft, so they stay
 * with its conversation and its kind.
 */
export class ComposerFiles implements ReactiveController {
  readonly #host: Host;
  readonly #parts: ComposerFilesParts;
  readonly #urls = new ObjectUrls();
  #drawn = new Set<Blob>();
  /** What was not taken, until the agent goes on; for one draft. */
  #refused: {readonly key: string; readonly list: readonly Refusal[]} | undefined;
  /** The file that takes the place of one that was removed gets the focus. */
  #focusAt: number | undefined;
  #disconnect: (() => void) | undefined;

  constructor(host: Host, parts: ComposerFilesParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  hostConnected(): void {
    const host = this.#host;
    host.addEventListener('paste', this.#onPaste);
    const stop = acceptDrops(placeOf(host), {
      panel: () => host.renderRoot.querySelector<HTMLElement>('.drop'),
      takes: () => this.#accepts(host.conversationId, this.#kind),
      take: (given) => this.add(host.conversationId, this.#kind, given),
    });
    this.#disconnect = () => {
      stop();
      host.removeEventListener('paste', this.#onPaste);
    };
  }

  hostDisconnected(): void {
    this.#disconnect?.();
    this.#urls.clear();
  }

  hostUpdated(): void {
    this.#urls.keep(this.#drawn);
    const at = this.#focusAt;
    if (at === undefined) return;
    this.#focusAt = undefined;
    const buttons = this.#host.renderRoot.querySelectorAll<HTMLElement>('.files .icon-button');
    (buttons[Math.min(at, buttons.length - 1)] ?? this.#host.renderRoot.querySelector<HTMLElement>('.attach'))?.focus();
  }

  view(id: Id, kind: WrittenKind, locale: Locale): FilesView {
    const m = locale.messages.files ?? english;
    const inbox = this.#parts.inbox();
    const limits = inbox?.state.session?.capabilities.attachments;
    const files = (inbox && selectDraft(inbox.state, id, kind)?.files) ?? [];
    this.#drawn = new Set(files.map(({blob}) => blob));
    const chips = fileChips({
      kind,
      files,
      refused: this.#refused?.key === nameOf(id, kind) ? this.#refused.list : [],
      maxBytes: limits?.maxBytes,
      maxCount: limits?.maxCount,
      disabled: this.#parts.isOff(),
      messages: m,
      locale: locale.tag,
      picture: ({mime, blob}) => (mime.startsWith('image/') && this.#host.isConnected ? this.#urls.of(blob) : undefined),
      remove: (file, index) => this.#remove(id, kind, file, index),
      dismiss: () => {
        this.#refuse(id, kind, []);
        this.#host.focus();
      },
    });
    if (!limits || !this.#accepts(id, kind)) return {chips, button: nothing};
    const button = html`
      <button type="button" class="icon-button attach" aria-label=${m.attach} title=${m.attach} ?disabled=${this.#parts.isOff()} @click=${this.#choose}>
        ${icon('paperclip')}
      </button>
      <input type="file" hidden aria-label=${m.attach} ?multiple=${limits.maxCount !== 1} accept=${limits.accept?.join(',') ?? nothing}
        @change=${(event: Event) => this.#onChosen(event, id, kind)}>
      <div class="drop" popover="manual" ?data-note=${kind === 'note'}><p>${icon('paperclip', {size: 28})}${m.drop[kind]}</p></div>
    `;
    return {chips, button};
  }

  /** Takes what fits, and says of the rest why not. */
  add(id: Id, kind: WrittenKind, given: Given): void {
    const inbox = this.#parts.inbox();
    const limits = inbox?.state.session?.capabilities.attachments;
    if (!inbox || !limits || !this.#accepts(id, kind)) return;
    const present = selectDraft(inbox.state, id, kind)?.files ?? [];
    const {taken, refused} = sortFiles(given, present, limits);
    if (taken.length > 0) inbox.commands.setDraft(id, kind, {files: [...present, ...taken]});
    this.#refuse(id, kind, refused);
    this.#host.focus();
  }

  get #kind(): WrittenKind {
    const inbox = this.#parts.inbox();
    return inbox ? selectComposing(inbox.state, this.#host.conversationId) : 'reply';
  }

  #accepts(id: Id, kind: WrittenKind): boolean {
    const state = this.#parts.inbox()?.state;
    if (!state?.session?.capabilities.attachments || this.#parts.isOff()) return false;
    return [kind, 'attach' as const].every((action) => selectDenial(state, id, action) === undefined);
  }

  #refuse(id: Id, kind: WrittenKind, list: readonly Refusal[]): void {
    this.#refused = {key: nameOf(id, kind), list};
    this.#host.requestUpdate();
  }

  #remove(id: Id, kind: WrittenKind, file: FileInput, index: number): void {
    const inbox = this.#parts.inbox();
    const present = inbox && selectDraft(inbox.state, id, kind)?.files;
    if (!present) return;
    inbox.commands.setDraft(id, kind, {files: present.filter((each) => each !== file)});
    this.#focusAt = index;
    this.#refuse(id, kind, []);
  }

  readonly #choose = (): void => {
    this.#host.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click();
  };

  #onChosen({target}: Event, id: Id, kind: WrittenKind): void {
    const input = target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // The same file can be chosen again.
    input.value = '';
    if (files.length > 0) this.add(id, kind, {files});
  }

  readonly #onPaste = (event: ClipboardEvent): void => {
    const [field] = event.composedPath();
    const data = event.clipboardData;
    if (!data?.files.length || !(field instanceof HTMLTextAreaElement)) return;
    // What an office program copies is text, with a picture of it beside.
    if (data.types.includes('text/plain') && data.types.includes('text/html')) return;
    event.preventDefault();
    this.add(this.#host.conversationId, this.#kind, {files: [...data.files]});
  };
}

const nameOf = (id: Id, kind: WrittenKind): string => `${kind} ${id}`;

/** The conversation a composer is part of, or itself where it stands alone. */
function placeOf(composer: HTMLElement): HTMLElement {
  const root = composer.getRootNode();
  return root instanceof ShadowRoot && root.host.localName === 'loop-conversation' ? (root.host as HTMLElement) : composer;
}
