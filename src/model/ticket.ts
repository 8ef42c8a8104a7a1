import type {Id, Timestamp, Versioned} from './values.js';

/** A linked object raised from a conversation, with its own number, status and link. */
export interface Ticket extends Versioned {
  readonly number?: string;
  readonly title: string;
  readonly status: string;
  readonly open: boolean;
  readonly url?: string;
  readonly conversationId?: Id;
  readonly clientId?: string;
  readonly createdAt?: Timestamp;
}

export interface TicketField {
  readonly key: string;
  readonly label: string;
  readonly kind: 'text' | 'longtext' | 'number' | 'date' | 'checkbox' | 'select' | 'tags' | 'priority' | 'contact';
  readonly required?: boolean;
  readonly help?: string;
  readonly maxLength?: number;
  /** What the field holds at first. */
  readonly value?: unknown;
  readonly options?: readonly {readonly value: string; readonly label: string}[];
}

/** The form that raises a ticket, in the backend's own words. `title` and `description` are always asked and not in it. */
export interface TicketForm {
  readonly fields: readonly TicketField[];
}

export interface NewTicket {
  /** The same id sent again makes no second ticket. */
  readonly clientId: string;
  readonly conversationId?: Id;
  readonly contact?: {readonly id: Id} | {readonly email: string; readonly name?: string};
  readonly title: string;
  readonly description?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}
