import {
  array,
  check,
  finite,
  integer,
  minValue,
  nonEmpty,
  number,
  object,
  pipe,
  string,
  transform,
  type GenericSchema,
} from 'valibot';

/** What a value of the wire has to be to become a `T`. */
export type Shape<T> = GenericSchema<unknown, T>;

/** The shapes of an object's fields and nothing else, also where an old library of the page gave every object a method: valibot goes through all there is. */
export const fields = <E extends object>(entries: E): E => Object.assign(Object.create(null) as object, entries);

type Entries<T> = {readonly [K in keyof T]-?: Shape<T[K]>};

/**
 * An object of the contract. Every key of `T` has to be named, the optional ones too: a field that the contract gets and this adapter
 * forgets does not compile. Keys that `T` does not have are left out, so a newer server may say more.
 */
export const record = <T extends object>(entries: Entries<T>): Shape<T> =>
  // What `Entries` demands of each key is what `T` says of it; the compiler can't conclude that for an open `T`.
  object(fields(entries)) as unknown as Shape<T>;

export const text = string();
export const id = pipe(string(), nonEmpty());
export const amount = pipe(number(), finite());
export const count = pipe(number(), integer(), minValue(0));

const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** ISO 8601 with a zone. */
export const time = pipe(string(), check((value) => iso.test(value) && !Number.isNaN(Date.parse(value)), 'a time'));

/** Words of a list that may grow: those that this version does not know are left out. */
export const known = <T extends string>(words: readonly T[]): Shape<readonly T[]> =>
  pipe(
    array(string()),
    transform((values) => values.filter((value): value is T => (words as readonly string[]).includes(value))),
  );

/** The `type` that a value of the wire says it has. */
export function typeOf(value: unknown): string | undefined {
  const type: unknown = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  return typeof type === 'string' ? type : undefined;
}
