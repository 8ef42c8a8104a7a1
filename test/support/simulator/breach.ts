/** A promise that was not kept; `rule` names it. */
export class Breach extends Error {
  constructor(
    readonly rule: string,
    what: string,
  ) {
    super(`${rule}: ${what}`);
  }
}
