import type {ValidationIssue} from '../../contract/index.js';

/** Looks at a value and reports what is wrong with it, by its path: `conversations.3.messages.0.at`. */
export type Check = (value: unknown, path: string, issues: ValidationIssue[]) => void;

const say = (issues: ValidationIssue[], path: string, message: string, rule: string): void => {
  issues.push({path, message, rule});
};

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text: Check = (value, path, issues) => {
  if (typeof value !== 'string') say(issues, path, 'must be a string', 'type');
};

/** An id or a name: a string with something in it. */
export const word: Check = (value, path, issues) => {
  if (typeof value !== 'string' || value === '') say(issues, path, 'must be a string that is not empty', 'type');
};

export const flag: Check = (value, path, issues) => {
  if (typeof value !== 'boolean') say(issues, path, 'must be true or false', 'type');
};

export const anything: Check = () => {};

const timePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

export const time: Check = (value, path, issues) => {
  if (typeof value !== 'string' || !timePattern.test(value) || Number.isNaN(Date.parse(value))) {
    say(issues, path, 'must be a time with a zone, as in 2026-03-24T14:30:00Z', 'format');
  }
};

export const number =
  (min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY): Check =>
  (value, path, issues) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) say(issues, path, 'must be a number', 'type');
    else if (value < min || value > max) say(issues, path, `must be from ${min} to ${max}`, 'range');
  };

export const count: Check = (value, path, issues) => {
  if (!Number.isInteger(value) || (value as number) < 0) say(issues, path, 'must be a whole number, 0 or more', 'type');
};

export const oneOf =
  (...known: readonly unknown[]): Check =>
  (value, path, issues) => {
    if (!known.includes(value)) say(issues, path, `must be ${known.map((one) => JSON.stringify(one)).join(' or ')}`, 'enum');
  };

export const listOf =
  (item: Check, atLeast = 0): Check =>
  (value, path, issues) => {
    if (!Array.isArray(value)) return say(issues, path, 'must be a list', 'type');
    if (value.length < atLeast) say(issues, path, `must hold at least ${atLeast}`, 'minItems');
    value.forEach((one, index) => item(one, `${path}.${index}`, issues));
  };

type Keys = Readonly<Record<string, Check>>;

/** An object with these keys and no others: a misspelt key is told, not lost. */
export const shape = (required: Keys, optional: Keys = {}, also: Check = anything): Check => {
  const known: ReadonlyMap<string, Check> = new Map([...Object.entries(required), ...Object.entries(optional)]);
  const needed = Object.keys(required);
  return (value, path, issues) => {
    if (!isRecord(value)) return say(issues, path, 'must be an object', 'type');
    const at = (key: string) => (path === '' ? key : `${path}.${key}`);
    for (const key of needed) if (value[key] === undefined) say(issues, at(key), 'is missing', 'required');
    for (const key of Object.keys(value)) {
      const check = known.get(key);
      if (!check) say(issues, at(key), 'is not known', 'additionalProperties');
      else if (value[key] !== undefined) check(value[key], at(key), issues);
    }
    also(value, path, issues);
  };
};

/** One of several shapes, told apart by what this key says. */
export const variants = (key: string, shapes: Keys): Check => (value, path, issues) => {
  const which = isRecord(value) ? value[key] : undefined;
  const check = typeof which === 'string' ? shapes[which] : undefined;
  if (check) check(value, path, issues);
  else say(issues, isRecord(value) ? `${path}.${key}` : path, `must be ${Object.keys(shapes).join(' or ')}`, 'enum');
};
