import {AdapterError, type Timestamp} from '../../contract/index.js';

export type Fields = Readonly<Record<string, unknown>>;

/** An answer that is not what Request Tracker documents. Names the place, never the value. */
export const malformed = (path: string): AdapterError =>
  new AdapterError({code: 'protocol', detail: path, message: `Request Tracker's answer is not what it should be at ${path}`});

export function fieldsOf(value: unknown, path: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed(path);
  return value as Fields;
}

export function listAt(fields: Fields, key: string, path: string): readonly unknown[] {
  const value = fields[key];
  if (!Array.isArray(value)) throw malformed(`${path}.${key}`);
  return value;
}

export function textAt(fields: Fields, key: string, path: string): string {
  const value = fields[key];
  if (typeof value !== 'string') throw malformed(`${path}.${key}`);
  return value;
}

/** Text that is not empty, or undefined: Request Tracker says '' for what is not there, and leaves out what may not be seen. */
export function wordAt(fields: Fields, key: string): string | undefined {
  const value = fields[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** An id, told as a number in one answer and as digits in the next. */
export function idAt(fields: Fields, key: string, path: string): string {
  const value = fields[key];
  const id = typeof value === 'number' ? String(value) : value;
  if (typeof id !== 'string' || !isNumericId(id)) throw malformed(`${path}.${key}`);
  return id;
}

export const isNumericId = (id: string): boolean => /^\d{1,18}$/.test(id);

export function timeAt(fields: Fields, key: string, path: string): Timestamp {
  const value = textAt(fields, key, path);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(value)) throw malformed(`${path}.${key}`);
  return value;
}
