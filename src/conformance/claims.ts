import {AdapterError, type AdapterErrorCode} from '../contract/index.js';

/** What a check throws when the adapter does not keep the contract. Its message is one readable sentence. */
export class ClaimFailed extends Error {
  override readonly name = 'ClaimFailed';
}

/** Thrown when the target gives no means to find out: no such seed or fault hook. Reported as 'not proven', never as passed. */
export class NotProven extends Error {
  override readonly name = 'NotProven';
}

/** Thrown when the adapter does not claim to have this at all. */
export class NotDeclared extends Error {
  override readonly name = 'NotDeclared';
}

/** A value in a failure's sentence, short enough to read. */
export function show(value: unknown): string {
  if (value instanceof Error) return `${value.name} (${value.message})`;
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value));
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
}

/** @param sentence what must hold. */
export function claim(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new ClaimFailed(`Expected: ${sentence}`);
}

/** Compares as JSON would: a key that is undefined counts as absent. */
export function claimEqual<T>(actual: T, expected: T, sentence: string): void {
  if (!isSame(actual, expected)) {
    throw new ClaimFailed(`Expected: ${sentence}. Found ${show(actual)} instead of ${show(expected)}`);
  }
}

export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const one = a as Readonly<Record<string, unknown>>;
  const two = b as Readonly<Record<string, unknown>>;
  return [...new Set([...Object.keys(one), ...Object.keys(two)])].every((key) => isSame(one[key], two[key]));
}

/** @returns the error, for more claims about it. */
export async function claimRejects(
  call: Promise<unknown>,
  codes: AdapterErrorCode | readonly AdapterErrorCode[],
  sentence: string,
): Promise<AdapterError> {
  const wanted = typeof codes === 'string' ? [codes] : codes;
  const outcome = await settled(call);
  if ('value' in outcome) {
    throw new ClaimFailed(`Expected: ${sentence} (${wanted.join(' or ')}). The call was accepted: ${show(outcome.value)}`);
  }
  const {error} = outcome;
  if (!AdapterError.is(error)) {
    throw new ClaimFailed(`Expected: ${sentence} (${wanted.join(' or ')}). Rejected with ${show(error)}, which is no AdapterError`);
  }
  claim(wanted.includes(error.code), `${sentence}: ${wanted.join(' or ')}, not ${error.code} (${error.message})`);
  return error;
}

/** Claims that a call rejects with its signal's own reason. */
export async function claimAborts(start: (signal: AbortSignal) => Promise<unknown>, sentence: string): Promise<void> {
  const controller = new AbortController();
  const reason = new Error('the caller no longer wants it');
  controller.abort(reason);
  const outcome = await settled(start(controller.signal));
  claim('error' in outcome, `${sentence} rejects when its signal is aborted; the call was accepted`);
  claim(outcome.error === reason, `${sentence} rejects with the reason of its signal, not with ${show(outcome.error)}`);
}

export type Outcome = {readonly value: unknown} | {readonly error: unknown};

/** Turns a rejection into a value, so that a check can look at it. */
export async function settled(call: Promise<unknown>): Promise<Outcome> {
  try {
    return {value: await call};
  } catch (error) {
    return {error};
  }
}
