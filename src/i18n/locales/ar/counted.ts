/** One noun in the six forms that Arabic counts in; '#' is the number. 0, 1 and 2 say theirs by the word alone. */
export interface Forms {
  readonly zero: string;
  readonly one: string;
  readonly two: string;
  /** 3 to 10, 103 to 110 … */
  readonly few: string;
  /** 11 to 99, 111 to 199 … */
  readonly many: string;
  /** 100, 101, 102, 200 … */
  readonly other: string;
}

export type Counted = (count: number, forms: Forms) => string;

/** @param tag says which digits are written: those of its region. */
export function countedIn(tag: string): Counted {
  const rules = new Intl.PluralRules('ar');
  const digits = new Intl.NumberFormat(tag);
  return (count, forms) => forms[rules.select(count)].replace('#', digits.format(count));
}
