import {invalid} from '../errors.js';

/** Text as the database can keep it: halves of a sign are replaced, a zero character is refused. */
export function cleanInput<T>(value: T, path = ''): T {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw invalid(path || 'value', 'must not hold a zero character');
    return value.toWellFormed() as T;
  }
  if (Array.isArray(value)) return value.map((one: unknown, index) => cleanInput(one, at(path, index))) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [cleanInput(key, path), cleanInput(one as unknown, at(path, key))])) as T;
}

const at = (path: string, key: string | number): string => (path ? `${path}.${key}` : String(key));
