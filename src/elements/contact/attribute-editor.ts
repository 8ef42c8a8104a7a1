import {html, nothing, type LitElement, type ReactiveController, type TemplateResult} from 'lit';
import {AdapterError, type Attribute, type Contact, type Id} from '../../contract/index.js';
import type {Locale} from '../../i18n/locale.js';
import {contact as english} from '../../i18n/locales/en/contact.js';
import {toast} from '../../i18n/locales/en/toast.js';

interface EditorParts {
  readonly contact: () => Contact | undefined;
  readonly save: (contactId: Id, patch: Partial<Contact>) => Promise<void> | undefined;
}

const inputTypes = {text: 'text', list: 'text', number: 'text', date: 'date', link: 'url', checkbox: 'checkbox'} as const satisfies Record<NonNullable<Attribute['kind']>, string>;

/** A date as the field takes it: '2026-03-24'. */
const dayOf = (value: Attribute['value']): string => {
  const date = new Date(typeof value === 'number' ? value : String(value ?? ''));
  return value === null || Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
};

/** Changes one attribute of a contact in its place, one at a time. */
export class AttributeEditor implements ReactiveController {
  readonly #host: LitElement;
  readonly #parts: EditorParts;
  #contactId: Id | undefined;
  #key: string | undefined;
  /** As it was when the change began: what is typed stays, whatever becomes of it meanwhile. */
  #begunWith: Attribute['value'] = null;
  #problem = '';
  #saving = false;
  /** Where the focus goes after the next render: into the field, or back to its button. */
  #focusNext: 'field' | 'button' | undefined;
  #focusKey = '';

  constructor(host: LitElement, parts: EditorParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  /** Of the attribute that is being changed. */
  get key(): string | undefined {
    return this.#contactId === this.#parts.contact()?.id ? this.#key : undefined;
  }

  hostUpdated(): void {
    const next = this.#focusNext;
    this.#focusNext = undefined;
    const root = this.#host.renderRoot;
    if (next === 'field') root.querySelector<HTMLElement>('.editing input')?.focus();
    if (next === 'button') root.querySelector<HTMLElement>(`.edit[data-key="${CSS.escape(this.#focusKey)}"]`)?.focus();
  }

  begin({key, value}: Attribute): void {
    this.#contactId = this.#parts.contact()?.id;
    this.#key = key;
    this.#begunWith = value;
    this.#problem = '';
    this.#saving = false;
    this.#focusNext = 'field';
    this.#host.requestUpdate();
  }

  render(attribute: Attribute, locale: Locale): TemplateResult {
    const m = locale.messages.contact ?? english;
    const type = inputTypes[attribute.kind ?? 'text'];
    const value = this.#begunWith;
    const isChecked = type === 'checkbox' && value === true;
    const text = type === 'date' ? dayOf(value) : type === 'checkbox' || value === null ? '' : String(value);
    return html`<form novalidate @submit=${(event: SubmitEvent) => void this.#submit(event, attribute, locale)} @keydown=${this.#onKeydown}>
      <input class=${type === 'checkbox' ? 'box' : 'field'} name="value" type=${type} dir=${type === 'text' ? 'auto' : nothing} autocomplete="off"
        inputmode=${attribute.kind === 'number' ? 'decimal' : nothing} aria-label=${attribute.label} .value=${text} ?checked=${isChecked}
        aria-invalid=${this.#problem !== ''} aria-describedby="problem">
      <p class="problem" id="problem" role="alert">${this.#problem}</p>
      <div class="buttons">
        <button class="button button--primary" type="submit" aria-disabled=${this.#saving ? 'true' : nothing}>${m.save}</button>
        <button class="button" type="button" @click=${this.#end}>${m.cancel}</button>
      </div>
    </form>`;
  }

  async #submit(event: SubmitEvent, attribute: Attribute, locale: Locale): Promise<void> {
    event.preventDefault();
    const input = (event.target as HTMLFormElement).elements.namedItem('value') as HTMLInputElement;
    const contact = this.#parts.contact();
    if (!contact || this.#saving) return;
    const m = locale.messages.contact ?? english;
    const value = read(input, attribute);
    if (Number.isNaN(value)) return this.#complain(m.notANumber);
    const attributes = (contact.attributes ?? []).map((each) => (each.key === attribute.key ? {...each, value} : each));
    this.#saving = true;
    this.#problem = '';
    this.#host.requestUpdate();
    try {
      await this.#parts.save(contact.id, {attributes});
      if (this.#key === attribute.key) this.#end();
    } catch (error) {
      this.#complain(`${m.notSaved} ${reasonOf(error, locale)}`);
    }
  }

  #complain(problem: string): void {
    this.#saving = false;
    this.#problem = problem;
    this.#focusNext = 'field';
    this.#host.requestUpdate();
  }

  readonly #end = (): void => {
    this.#focusKey = this.#key ?? '';
    this.#key = undefined;
    this.#saving = false;
    this.#focusNext = 'button';
    this.#host.requestUpdate();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // A drawer around would close too.
    event.preventDefault();
    event.stopPropagation();
    this.#end();
  };
}

function read(input: HTMLInputElement, {kind}: Attribute): Attribute['value'] {
  if (kind === 'checkbox') return input.checked;
  const text = input.value.trim();
  if (text === '') return null;
  return kind === 'number' ? Number(text.replace(/\s/g, '').replace(',', '.')) : text;
}

function reasonOf(error: unknown, {messages}: Locale): string {
  const {because} = messages.toast ?? toast;
  if (!AdapterError.is(error)) return because.protocol;
  const issue = error.init.code === 'validation' ? error.init.issues[0]?.message : undefined;
  return issue ?? because[error.code];
}
