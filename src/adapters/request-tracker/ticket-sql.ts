import type {Id} from '../../contract/index.js';
import {isNumericId} from './shape.js';

/** A value as TicketSQL and TransactionSQL take it, whatever signs are in it. */
export const quoted = (value: string): string => `'${value.replace(/[\\']/g, '\\$&')}'`;

export const all = (...conditions: readonly (string | undefined)[]): string =>
  conditions.filter((one) => one !== undefined && one !== '').join(' AND ');

/** A list of no conditions holds for nothing. */
export const any = (conditions: readonly string[]): string => (conditions.length > 0 ? `(${conditions.join(' OR ')})` : 'id = 0');

/** Compares with an id; one that Request Tracker could not have made is met by nothing. */
export const isId = (field: string, id: Id): string => (isNumericId(id) ? `${field} = ${id}` : 'id = 0');

export const customField = (name: string): string => `CF.{${name.replace(/[{}]/g, '')}}`;
