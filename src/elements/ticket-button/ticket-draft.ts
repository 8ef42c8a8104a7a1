import type {AdapterError, Id, NewTicket, Ticket, TicketField} from '../../contract/index.js';
import type {TicketMessages} from '../../i18n/areas/ticket.js';

/** Where a form stands. */
export type TicketStatus = 'loading' | 'form-failed' | 'ready' | 'creating' | 'created';

/** The two fields that every form has; the backend's own have paths of their own. */
export const titlePath = 'title';
export const descriptionPath = 'description';

/** 'fields.order', '/fields/order' and 'order' are one field. */
const pathOf = (path: string): string => path.replace(/^\/?(?:fields[./])?/, '').replace(/^fields\[['"]?(.+?)['"]?\]$/, '$1');

const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || value === false || (typeof value === 'string' && !value.trim()) || (Array.isArray(value) && value.length === 0);

/** '1 234,5' as people type it. */
const toNumber = (text: string): number => Number(text.replace(/\s/g, '').replace(',', '.'));

/** A ticket that is being written: one client id from the opening of its form to the backend's answer, through every repeat. */
export class TicketDraft {
  status: TicketStatus = 'loading';
  fields: readonly TicketField[] = [];
  /** What is wrong, by path. */
  problems: ReadonlyMap<string, string> = new Map();
  /** What is wrong with no field in particular: sentences. */
  failure: readonly string[] = [];
  ticket: Ticket | undefined;
  /** As they were typed, by path. */
  readonly #values = new Map<string, unknown>();

  constructor(
    readonly clientId: string,
    readonly conversationId: Id,
    readonly contactId: Id,
  ) {}

  valueOf(path: string): unknown {
    return this.#values.get(path);
  }

  textOf(path: string): string {
    const value = this.#values.get(path);
    if (Array.isArray(value)) return value.join(', ');
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }

  set(path: string, value: unknown): void {
    this.#values.set(path, value);
    if (!this.problems.has(path)) return;
    const problems = new Map(this.problems);
    problems.delete(path);
    this.problems = problems;
  }

  /** Takes over the backend's form; what has been typed already stays. */
  take(fields: readonly TicketField[]): void {
    this.fields = fields;
    this.status = 'ready';
    this.failure = [];
    for (const {key, value} of fields) if (!this.#values.has(key) && value !== undefined) this.#values.set(key, value);
  }

  /** Looks at every field. Returns false, and names the problems, when the ticket can't be sent like this. */
  check(m: TicketMessages): boolean {
    const problems = new Map<string, string>();
    if (isMissing(this.textOf(titlePath))) problems.set(titlePath, m.missing);
    for (const field of this.fields) {
      const text = this.textOf(field.key);
      if (field.required && isMissing(this.valueOf(field.key))) problems.set(field.key, m.missing);
      else if (field.kind === 'number' && text && Number.isNaN(toNumber(text))) problems.set(field.key, m.notANumber);
      else if (field.maxLength !== undefined && text.length > field.maxLength) problems.set(field.key, m.tooLong(field.maxLength));
    }
    this.problems = problems;
    this.failure = [];
    return problems.size === 0;
  }

  toTicket(): Omit<NewTicket, 'clientId'> {
    const entries = this.fields
      .map(({key, kind}): [string, unknown] => {
        const value = this.valueOf(key);
        if (kind === 'number') return [key, this.textOf(key) ? toNumber(this.textOf(key)) : undefined];
        if (kind === 'tags' && typeof value === 'string') return [key, value.split(',').map((word) => word.trim()).filter(Boolean)];
        return [key, value === '' ? undefined : value];
      })
      .filter(([, value]) => value !== undefined);
    const description = this.textOf(descriptionPath).trim();
    return {
      title: this.textOf(titlePath).trim(),
      ...(description && {description}),
      ...(this.conversationId && {conversationId: this.conversationId}),
      ...(this.contactId && {contact: {id: this.contactId}}),
      ...(entries.length > 0 && {fields: Object.fromEntries(entries)}),
    };
  }

  /** Takes in why it failed: beside the fields where the backend names them. */
  fail(error: AdapterError, m: TicketMessages): void {
    this.status = 'ready';
    const known = new Set([titlePath, descriptionPath, ...this.fields.map(({key}) => key)]);
    const issues = error.init.code === 'validation' ? error.init.issues : [];
    const ofFields = issues.filter(({path}) => known.has(pathOf(path)));
    const others = issues.filter(({path}) => !known.has(pathOf(path))).map(({message}) => message);
    this.problems = new Map(ofFields.map(({path, message}) => [pathOf(path), message]));
    // What stands beside the fields needs no second telling.
    if (ofFields.length > 0 && others.length === 0) this.failure = [];
    else this.failure = [m.failed, ...(others.length > 0 ? others : [m.because[error.code]]), error.applied === 'maybe' ? m.unclear : m.nothingLost];
  }
}
