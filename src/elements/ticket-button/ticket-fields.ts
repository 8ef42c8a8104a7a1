import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {Priority, TicketField} from '../../contract/index.js';
import type {TicketMessages} from '../../i18n/areas/ticket.js';
import {icon} from '../../templates/icon.js';
import {selectBox} from '../../templates/select-box.js';
import type {TicketDraft} from './ticket-draft.js';

export interface FieldContext {
  readonly draft: TicketDraft;
  readonly messages: TicketMessages;
  readonly disabled: boolean;
  readonly onChange: (path: string, value: unknown) => void;
}

type Described = Pick<TicketField, 'label' | 'required' | 'help' | 'maxLength'>;

const priorities: readonly Priority[] = ['low', 'medium', 'high', 'urgent'];
const valueIn = (event: Event): string => (event.target as HTMLInputElement).value;

/** Label above, control, then what is wrong or else what helps. Ids are made from the path: each stands once in its form. */
function row(path: string, {label, required, help}: Described, control: TemplateResult, {draft, messages: m}: FieldContext, size = ''): TemplateResult {
  const problem = draft.problems.get(path);
  return html`
    <div class="row ${size}" data-path=${path}>
      <label for="field-${path}">${label}${required ? html` <span class="required">${m.required}</span>` : nothing}</label>
      ${control}
      ${problem
        ? html`<p class="problem" id="about-${path}">${icon('warning-circle', {size: 14})}<span>${problem}</span></p>`
        : help
          ? html`<p class="help" id="about-${path}">${help}</p>`
          : nothing}
    </div>
  `;
}

const described = (path: string, {help}: Described, {draft}: FieldContext) => (draft.problems.has(path) || help ? `about-${path}` : nothing);
const invalid = (path: string, {draft}: FieldContext) => (draft.problems.has(path) ? 'true' : nothing);

export function textField(path: string, field: Described, context: FieldContext, mode: 'text' | 'decimal' | 'email' | 'date' = 'text'): TemplateResult {
  const {draft, disabled, onChange} = context;
  const control = html`<input id="field-${path}" class="field" type=${mode === 'date' ? 'date' : 'text'} inputmode=${mode === 'decimal' || mode === 'email' ? mode : nothing}
    dir=${mode === 'text' ? 'auto' : nothing} autocomplete="off" ?required=${field.required ?? false} ?disabled=${disabled} aria-invalid=${invalid(path, context)} aria-describedby=${described(path, field, context)}
    .value=${live(draft.textOf(path))} @input=${(event: Event) => onChange(path, valueIn(event))}>`;
  return row(path, field, control, context, mode === 'decimal' || mode === 'date' ? 'short' : '');
}

export function longField(path: string, field: Described, context: FieldContext): TemplateResult {
  const {draft, disabled, onChange} = context;
  const control = html`<textarea id="field-${path}" class="field" rows="4" dir="auto" ?required=${field.required ?? false} ?disabled=${disabled} aria-invalid=${invalid(path, context)}
    aria-describedby=${described(path, field, context)} .value=${live(draft.textOf(path))} @input=${(event: Event) => onChange(path, valueIn(event))}></textarea>`;
  return row(path, field, control, context);
}

function choiceField(path: string, field: TicketField, options: NonNullable<TicketField['options']>, context: FieldContext): TemplateResult {
  const {draft, messages: m, disabled, onChange} = context;
  const value = draft.textOf(path);
  const control = selectBox(html`
    <select id="field-${path}" class="field" ?required=${field.required ?? false} ?disabled=${disabled} aria-invalid=${invalid(path, context)}
      aria-describedby=${described(path, field, context)} @change=${(event: Event) => onChange(path, valueIn(event))}>
      ${field.required && value ? nothing : html`<option value="" ?selected=${!value}>${m.nothingChosen}</option>`}
      ${options.map((option) => html`<option .value=${option.value} ?selected=${option.value === value}>${option.label}</option>`)}
    </select>`);
  return row(path, field, control, context, 'short');
}

function checkField(path: string, {label, required, help}: TicketField, context: FieldContext): TemplateResult {
  const {draft, messages: m, disabled, onChange} = context;
  const problem = draft.problems.get(path);
  return html`
    <div class="row" data-path=${path}>
      <label class="check">
        <input id="field-${path}" type="checkbox" ?disabled=${disabled} aria-invalid=${invalid(path, context)} aria-describedby=${problem || help ? `about-${path}` : nothing}
          .checked=${live(draft.valueOf(path) === true)} @change=${(event: Event) => onChange(path, (event.target as HTMLInputElement).checked)}>
        <span>${label}${required ? html` <span class="required">${m.required}</span>` : nothing}</span>
      </label>
      ${problem
        ? html`<p class="problem" id="about-${path}">${icon('warning-circle', {size: 14})}<span>${problem}</span></p>`
        : help
          ? html`<p class="help" id="about-${path}">${help}</p>`
          : nothing}
    </div>
  `;
}

/** Several of a fixed set. */
function manyField(path: string, field: TicketField, context: FieldContext): TemplateResult {
  const {draft, disabled, onChange} = context;
  const value = draft.valueOf(path);
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  const toggle = (option: string, isOn: boolean) =>
    onChange(path, isOn ? [...chosen, option] : chosen.filter((each) => each !== option));
  return html`
    <fieldset class="row" data-path=${path} aria-describedby=${described(path, field, context)}>
      <legend>${field.label}${field.required ? html` <span class="required">${context.messages.required}</span>` : nothing}</legend>
      <div class="many">
        ${field.options?.map(
          (option) => html`<label class="check">
            <input type="checkbox" ?disabled=${disabled} aria-invalid=${invalid(path, context)} .checked=${live(chosen.includes(option.value))}
              @change=${(event: Event) => toggle(option.value, (event.target as HTMLInputElement).checked)}>
            <span>${option.label}</span>
          </label>`,
        )}
      </div>
      ${draft.problems.has(path)
        ? html`<p class="problem" id="about-${path}">${icon('warning-circle', {size: 14})}<span>${draft.problems.get(path)}</span></p>`
        : field.help
          ? html`<p class="help" id="about-${path}">${field.help}</p>`
          : nothing}
    </fieldset>
  `;
}

/** One field of the backend's form. A kind of the future is asked as text. */
export function schemaField(field: TicketField, context: FieldContext): TemplateResult {
  const {key, kind, options} = field;
  switch (kind) {
    case 'longtext':
      return longField(key, field, context);
    case 'number':
      return textField(key, field, context, 'decimal');
    case 'date':
      return textField(key, field, context, 'date');
    case 'checkbox':
      return checkField(key, field, context);
    case 'select':
      return choiceField(key, field, options ?? [], context);
    case 'priority':
      return choiceField(key, field, options ?? priorities.map((value) => ({value, label: context.messages.priorities[value]})), context);
    case 'tags':
      return options ? manyField(key, field, context) : textField(key, {help: context.messages.tagsHelp, ...field}, context);
    case 'contact':
      return textField(key, field, context, 'email');
    case 'text':
    default:
      return textField(key, field, context);
  }
}
