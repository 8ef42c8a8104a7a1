import {html, nothing, type LitElement, type TemplateResult} from 'lit';
import type {Address, Id, WrittenKind} from '../../contract/index.js';
import type {InboxController, Slice} from '../../controllers/inbox-controller.js';
import {ToolbarController} from '../../controllers/toolbar-controller.js';
import type {RecipientsMessages} from '../../i18n/areas/recipients.js';
import type {Locale} from '../../i18n/locale.js';
import {recipients as english} from '../../i18n/locales/en/recipients.js';
import {repeat} from '../../internal/repeat.js';
import type {Inbox} from '../../store/inbox.js';
import {selectConversation, selectDraft} from '../../store/selectors.js';
import {icon} from '../../templates/icon.js';
import {distinct, isSameEnvelope, parseAddress, parseAddresses, replyAllTo, usualRecipients, type Envelope} from './addresses.js';

type Host = LitElement & {readonly conversationId: Id};
type Line = 'to' | 'cc' | 'bcc';

const lines: readonly Line[] = ['to', 'cc', 'bcc'];

export interface RecipientsParts {
  readonly inbox: () => Inbox | undefined;
  /** The same inbox, to follow parts of its state. */
  readonly follow: InboxController;
  /** It takes no input. */
  readonly isOff: () => boolean;
}

export interface RecipientsView {
  /** Beside the tabs. */
  readonly summary: TemplateResult;
  /** Under them. */
  readonly fields: TemplateResult | typeof nothing;
}

/** To whom a mail goes, and its subject: in short beside the tabs, and in fields below them. They are part of the draft. */
export class Recipients {
  readonly #host: Host;
  readonly #parts: RecipientsParts;
  readonly #toolbar: ToolbarController;
  /** Followed: a composer that stands alone may be there before the mail that it answers. */
  readonly #others: Slice<Envelope | undefined>;
  #open = false;
  /** Conversation that the fields are open for. */
  #about: Id = '';
  /** Lines whose text was left and is no address, or that need somebody. */
  #wrong: ReadonlySet<Line> = new Set();

  constructor(host: Host, parts: RecipientsParts) {
    this.#host = host;
    this.#parts = parts;
    this.#others = parts.follow.select((state) => {
      const conversation = selectConversation(state, host.conversationId);
      return conversation && replyAllTo(state, conversation);
    }, undefined, isSameEnvelope);
    this.#toolbar = new ToolbarController(host, {items: () => [...host.renderRoot.querySelectorAll<HTMLElement>('.recipients-end > button')], axis: 'row'});
  }

  /** Undefined where nobody can choose: no mail, or a backend that does so itself. */
  view(id: Id, kind: WrittenKind, locale: Locale): RecipientsView | undefined {
    if (id !== this.#about) this.#turnTo(id);
    const envelope = this.#envelope(id, kind);
    if (!envelope) return undefined;
    const m = locale.messages.recipients ?? english;
    return {summary: this.#summary(id, envelope, m, locale.tag), fields: this.#open ? this.#fields(id, envelope, m) : nothing};
  }

  /** True when it can be sent; otherwise shows what is wrong. */
  settle(id: Id, kind: WrittenKind): boolean {
    if (!this.#envelope(id, kind)) return true;
    for (const line of lines) this.#take(id, line);
    const state = this.#parts.inbox()?.state;
    const draft = state && selectDraft(state, id, kind)?.mail;
    const wrong = new Set(lines.filter((line) => this.#text(id, line).trim() !== ''));
    if (draft && wrong.size === 0 && lines.every((line) => (draft[line] ?? []).length === 0)) wrong.add('to');
    this.#wrong = wrong;
    const [first] = wrong;
    if (first === undefined) return true;
    this.#open = true;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#field(first)?.focus());
    return false;
  }

  /** As it is in the draft, or as it would leave by itself. */
  #envelope(id: Id, kind: WrittenKind): Envelope | undefined {
    const state = this.#parts.inbox()?.state;
    const conversation = state && selectConversation(state, id);
    if (kind !== 'reply' || !state?.session?.capabilities.send.mail || conversation?.channel.kind !== 'email') return undefined;
    return selectDraft(state, id, kind)?.mail ?? {to: usualRecipients(conversation)};
  }

  #summary(id: Id, envelope: Envelope, m: RecipientsMessages, tag: string): TemplateResult {
    const all = lines.flatMap((line) => (envelope[line] ?? []).map((person) => ({line, person})));
    const hidden = all.length - mostShown;
    const others = this.#others.value;
    const isToAll = others?.cc?.every((each) => all.some(({person}) => person.address.toLowerCase() === each.address.toLowerCase())) ?? false;
    return html`
      ${this.#open
        ? nothing
        : html`<span class="recipients">${all.slice(0, mostShown).map(
            ({line, person}, index) => html`${line === all[index - 1]?.line ? nothing : html`<span class="to">${m[line]}</span>`}
              <bdi class="chip" title=${person.address}>${person.name ?? person.address}</bdi>`,
          )}${all.length > 1 ? more(all.length - 1, m, tag, 'when-narrow') : nothing}${hidden > 0 ? more(hidden, m, tag, 'when-wide') : nothing}</span>`}
      <span class="recipients-end" role="toolbar" aria-label=${m.change} @keydown=${this.#toolbar.onKeydown} @focusin=${this.#toolbar.onFocusIn}>
        ${others
          ? html`<button type="button" class="link reply-all" ?disabled=${this.#parts.isOff()}
              @click=${() => this.#set(id, isToAll ? {to: others.to ?? [], cc: []} : others)}>${isToAll ? m.replyOne : m.replyAll}</button>`
          : nothing}
        <button type="button" class="icon-button" aria-label=${this.#open ? m.done : m.change} title=${this.#open ? m.done : m.change}
          aria-expanded=${this.#open} ?disabled=${this.#parts.isOff()} @click=${() => this.#toggle(id)}>${icon('caret-down-bold', {size: 12})}</button>
      </span>
    `;
  }

  #fields(id: Id, envelope: Envelope, m: RecipientsMessages): TemplateResult {
    const state = this.#parts.inbox()?.state;
    const subject = state && selectConversation(state, id)?.subject;
    return html`<div class="envelope" @keydown=${this.#onEscape}>
      ${lines.map((line) => this.#line(id, line, envelope[line] ?? [], m))}
      <label class="envelope-line"><span class="line-name">${m.subject}</span>
        <input type="text" class="envelope-field" dir="auto" placeholder=${subject ?? ''}
          .value=${envelope.subject ?? ''} @input=${(event: Event) => this.#set(id, {subject: (event.target as HTMLInputElement).value || undefined})}></label>
    </div>`;
  }

  #line(id: Id, line: Line, people: readonly Address[], m: RecipientsMessages): TemplateResult {
    const text = this.#text(id, line);
    const isWrong = this.#wrong.has(line);
    return html`
      <div class="envelope-line" role="group" aria-label=${m[line]}>
        <span class="line-name" aria-hidden="true">${m[line]}</span>
        ${repeat(people, ({address}) => address, (person) => this.#chip(id, line, person, m))}
        <input type="text" inputmode="email" autocomplete="off" spellcheck="false" dir="ltr" class="envelope-field" data-line=${line} aria-label=${m[line]}
          aria-invalid=${isWrong ? 'true' : nothing} aria-describedby=${isWrong ? `wrong-${line}` : nothing} .value=${text}
          @input=${(event: Event) => this.#onInput(event, id, line)} @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, id, line, people)}
          @blur=${() => this.#onBlur(id, line)}>
      </div>
      ${isWrong ? html`<p class="envelope-wrong" id="wrong-${line}" role="alert">${text.trim() ? m.invalid(text.trim()) : m.nobody}</p>` : nothing}
    `;
  }

  #chip(id: Id, line: Line, person: Address, m: RecipientsMessages): TemplateResult {
    const name = person.name ?? person.address;
    return html`<span class="chip removable" title=${person.address}><bdi>${name}</bdi>
      <button type="button" class="icon-button" aria-label=${m.remove(name)} title=${m.remove(name)} @click=${() => this.#remove(id, line, person)}>${icon('x', {size: 12})}</button>
    </span>`;
  }

  /** Another conversation: what was left there unfinished is seen at once. */
  #turnTo(id: Id): void {
    this.#about = id;
    this.#wrong = new Set(lines.filter((line) => this.#text(id, line).trim() !== ''));
    this.#open = this.#wrong.size > 0;
  }

  /** Typed and not yet an address; part of the draft. */
  #text(id: Id, line: Line): string {
    const state = this.#parts.inbox()?.state;
    return (state && selectDraft(state, id, 'reply')?.typed?.[line]) ?? '';
  }

  #setText(id: Id, line: Line, text: string): void {
    if (text === this.#text(id, line)) return;
    const inbox = this.#parts.inbox();
    const {[line]: _before, ...others} = (inbox && selectDraft(inbox.state, id, 'reply')?.typed) ?? {};
    const typed = text ? {...others, [line]: text} : others;
    inbox?.commands.setDraft(id, 'reply', {typed: Object.keys(typed).length > 0 ? typed : undefined});
    this.#host.requestUpdate();
  }

  #field(line: Line): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector<HTMLInputElement>(`.envelope-field[data-line=${line}]`);
  }

  #toggle(id: Id): void {
    this.#open = !this.#open;
    this.#wrong = new Set();
    this.#host.requestUpdate();
    if (this.#open) void this.#host.updateComplete.then(() => this.#field(this.#envelope(id, 'reply')?.to?.length ? 'cc' : 'to')?.focus());
  }

  readonly #onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#open = false;
    this.#host.focus();
    this.#host.requestUpdate();
  };

  /** A list that is pasted, or a comma, makes recipients at once. */
  #onInput(event: Event, id: Id, line: Line): void {
    const text = (event.target as HTMLInputElement).value;
    this.#setText(id, line, text);
    this.#right(line);
    if (/[,;\n]/.test(text) && !(event as InputEvent).isComposing) this.#take(id, line);
  }

  #onKeydown(event: KeyboardEvent, id: Id, line: Line, people: readonly Address[]): void {
    if (event.isComposing || event.keyCode === 229) return;
    const last = people.at(-1);
    if (event.key === 'Enter') {
      event.preventDefault();
      if (this.#text(id, line).trim() && !this.#take(id, line)) this.#markWrong(line);
    } else if (event.key === 'Backspace' && this.#text(id, line) === '' && last) {
      event.preventDefault();
      this.#remove(id, line, last);
    }
  }

  #onBlur(id: Id, line: Line): void {
    if (this.#text(id, line).trim() && !this.#take(id, line)) this.#markWrong(line);
  }

  /** Makes recipients of what was typed. False when some of it is no address: that stays. */
  #take(id: Id, line: Line): boolean {
    const typed = this.#text(id, line);
    if (!typed.trim()) return true;
    const {found, rest} = parseAddress(typed) ? {found: [parseAddress(typed) as Address], rest: ''} : parseAddresses(typed);
    if (found.length > 0) {
      const before = this.#envelope(id, 'reply')?.[line] ?? [];
      this.#set(id, {[line]: distinct([...before, ...found])});
    }
    this.#setText(id, line, rest);
    return rest === '';
  }

  #remove(id: Id, line: Line, {address}: Address): void {
    this.#set(id, {[line]: (this.#envelope(id, 'reply')?.[line] ?? []).filter((each) => each.address !== address)});
    this.#field(line)?.focus();
  }

  #markWrong(line: Line): void {
    this.#wrong = new Set([...this.#wrong, line]);
    this.#host.requestUpdate();
  }

  #right(line: Line): void {
    if (this.#wrong.has(line)) this.#wrong = new Set([...this.#wrong].filter((each) => each !== line));
  }

  #set(id: Id, change: {[Key in keyof Envelope]?: Envelope[Key] | undefined}): void {
    const {to = [], cc = [], bcc = [], subject}: typeof change = {...this.#envelope(id, 'reply'), ...change};
    const mail: Envelope = {to, ...(cc.length > 0 && {cc}), ...(bcc.length > 0 && {bcc}), ...(subject && {subject})};
    this.#parts.inbox()?.commands.setDraft(id, 'reply', {mail});
    this.#host.requestUpdate();
  }
}

/** Beside the tabs; the rest is counted. */
const mostShown = 3;

const more = (count: number, m: RecipientsMessages, tag: string, when: string): TemplateResult =>
  html`<span class="chip count-chip ${when}"><span aria-hidden="true">${new Intl.NumberFormat(tag, {signDisplay: 'always'}).format(count)}</span><span class="visually-hidden">${m.moreLabel(count)}</span></span>`;
