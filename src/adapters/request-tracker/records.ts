import type {Id, Timestamp} from '../../contract/index.js';
import {fieldsOf, idAt, listAt, textAt, timeAt, wordAt, type Fields} from './shape.js';

export interface RtUser {
  readonly id: Id;
  readonly name: string;
  readonly realName?: string;
  readonly email?: string;
}

export interface RtTicket {
  readonly id: Id;
  readonly subject?: string;
  readonly status: string;
  readonly queue: {readonly id: Id; readonly name: string};
  readonly owner: RtUser | undefined;
  readonly requestors: readonly RtUser[];
  readonly creator: RtUser;
  /** By name of the field. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly created: Timestamp;
  readonly updated: Timestamp;
  readonly mayReply: boolean;
  readonly mayNote: boolean;
}

/** One entry of a ticket's history. */
export interface RtTransaction {
  readonly id: Id;
  readonly ticketId: Id;
  readonly type: string;
  readonly field: string;
  readonly from: string;
  readonly to: string;
  readonly creator: RtUser;
  readonly created: Timestamp;
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

/** A part of a message, without its content. */
export interface RtPart {
  readonly id: Id;
  readonly transactionId: Id;
  readonly mime: string;
  readonly fileName?: string;
  readonly bytes: number;
  readonly headers: string;
}

/** The user that stands for "no owner". */
const nobody = 'Nobody';

const person = 'id,Name,RealName,EmailAddress';

/** What to ask for so that a ticket can be decoded. */
export const ticketFields = {
  fields: 'Subject,Status,Queue,Owner,Requestor,Creator,CustomFields,Created,LastUpdated,_hyperlinks',
  'fields[Queue]': 'id,Name',
  'fields[Owner]': person,
  'fields[Requestor]': person,
  'fields[Creator]': person,
} as const;

export const transactionFields = {
  fields: 'Type,Field,OldValue,NewValue,ObjectId,Creator,Created,CustomFields',
  'fields[Creator]': person,
} as const;

export const partFields = {fields: 'TransactionId,ContentType,Filename,ContentLength,Headers'} as const;

export interface RtPage<T> {
  readonly items: readonly T[];
  /** Null where Request Tracker does not count what the agent may see. */
  readonly total: number | null;
}

export function decodePage<T>(body: unknown, path: string, decode: (fields: Fields, path: string) => T): RtPage<T> {
  const page = fieldsOf(body, path);
  const items = listAt(page, 'items', path).map((item, index) => {
    const at = `${path}.items.${index}`;
    return decode(fieldsOf(item, at), at);
  });
  return {items, total: typeof page['total'] === 'number' ? page['total'] : null};
}

export function decodeTicket(ticket: Fields, path: string): RtTicket {
  const queue = fieldsOf(ticket['Queue'], `${path}.Queue`);
  const owner = decodeUser(ticket['Owner'], `${path}.Owner`);
  const links = refsOf(ticket['_hyperlinks'], `${path}._hyperlinks`);
  // Who may change a ticket may write to it, whatever other rights are missing. Changes of status are what is told of that right.
  const mayModify = links.has('lifecycle');
  return {
    id: idAt(ticket, 'id', path),
    subject: wordAt(ticket, 'Subject'),
    status: textAt(ticket, 'Status', path),
    queue: {id: idAt(queue, 'id', `${path}.Queue`), name: wordAt(queue, 'Name') ?? ''},
    owner: owner.name === nobody ? undefined : owner,
    requestors: listAt(ticket, 'Requestor', path)
      .map((one, index) => [fieldsOf(one, `${path}.Requestor.${index}`), `${path}.Requestor.${index}`] as const)
      .filter(([one]) => one['type'] === 'user') // a group can be asked for too
      .map(([one, at]) => decodeUser(one, at)),
    creator: decodeUser(ticket['Creator'], `${path}.Creator`),
    fields: decodeCustomFields(ticket['CustomFields'], `${path}.CustomFields`),
    created: timeAt(ticket, 'Created', path),
    updated: timeAt(ticket, 'LastUpdated', path),
    mayReply: mayModify || links.has('correspond'),
    mayNote: mayModify || links.has('comment'),
  };
}

export function decodeTransaction(transaction: Fields, path: string): RtTransaction {
  return {
    id: idAt(transaction, 'id', path),
    ticketId: idAt(transaction, 'ObjectId', path),
    type: textAt(transaction, 'Type', path),
    field: wordAt(transaction, 'Field') ?? '',
    from: wordAt(transaction, 'OldValue') ?? '',
    to: wordAt(transaction, 'NewValue') ?? '',
    creator: decodeUser(transaction['Creator'], `${path}.Creator`),
    created: timeAt(transaction, 'Created', path),
    fields: decodeCustomFields(transaction['CustomFields'], `${path}.CustomFields`),
  };
}

export function decodePart(part: Fields, path: string): RtPart {
  const length = textAt(part, 'ContentLength', path);
  return {
    id: idAt(part, 'id', path),
    transactionId: idAt(part, 'TransactionId', path),
    mime: wordAt(part, 'ContentType') ?? 'application/octet-stream',
    fileName: wordAt(part, 'Filename'),
    bytes: /^\d+$/.test(length) ? Number(length) : 0,
    headers: wordAt(part, 'Headers') ?? '',
  };
}

/** @param id given where the answer about a user does not repeat it. */
export function decodeUser(value: unknown, path: string, id?: Id): RtUser {
  const user = fieldsOf(value, path);
  return {
    id: id ?? idAt(user, 'id', path),
    name: textAt(user, 'Name', path),
    realName: wordAt(user, 'RealName'),
    email: wordAt(user, 'EmailAddress'),
  };
}

/** Absent where the agent may see none. */
function decodeCustomFields(value: unknown, path: string): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, readonly string[]>();
  if (value === undefined || value === '') return fields;
  listAt({value}, 'value', path).forEach((item, index) => {
    const field = fieldsOf(item, `${path}.${index}`);
    const values = listAt(field, 'values', `${path}.${index}`).filter((one): one is string => typeof one === 'string');
    fields.set(textAt(field, 'name', `${path}.${index}`), values);
  });
  return fields;
}

/** What the agent may do with a ticket, by the words of Request Tracker. */
function refsOf(value: unknown, path: string): ReadonlySet<unknown> {
  return new Set(listAt({value}, 'value', path).map((link, index) => fieldsOf(link, `${path}.${index}`)['ref']));
}
