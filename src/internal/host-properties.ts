import type {LitElement, PropertyDeclaration} from 'lit';
import {warnOnce} from './warn.js';

type Kind = (value: unknown) => boolean;

// What a property of a page can be, named as its `type`. They may throw: what can't be read is of no kind.
export const isText: Kind = (value) => typeof value === 'string';
export const isFunction: Kind = (value) => typeof value === 'function';
export const canConnect: Kind = (value) => isFunction((value as {readonly connect: unknown}).connect);
/** An adapter connects too, but has nothing to listen to. */
export const isInbox: Kind = (value) => isFunction((value as {readonly listen: unknown}).listen);
export const isTextList: Kind = (value) => Array.isArray(value) && value.every(isText);
/** Words, numbers, yes or no by name; or no. */
export const isRecord: Kind = (value) =>
  value === false || (typeof value === 'object' && !Array.isArray(value) && Object.values(value as object).every((each) => Object(each) !== each && typeof each !== 'symbol'));

/**
 * For elements that pages use: what a property can't be counts as absent, and the page's developer is told. Without a `type` a property
 * is text, and '' when it is absent.
 */
export function checkProperties({elementProperties, prototype}: typeof LitElement): void {
  for (const [name, options] of elementProperties) {
    const property = Object.getOwnPropertyDescriptor(prototype, name);
    Object.defineProperty(prototype, name, {
      ...property,
      set(this: LitElement, value) {
        property?.set?.call(this, taken(value, name, options, this.localName));
      },
    });
  }
}

function taken(given: unknown, name: PropertyKey, {type = String, state}: PropertyDeclaration, tag: string): unknown {
  if (state || type === Boolean) return given;
  // As the attribute would say it.
  const value = given === true ? '' : typeof given === 'number' ? String(given) : given;
  const absent = type === String ? '' : undefined;
  try {
    if (value === undefined || value === null) return absent;
    if ((absent === '' ? isText : (type as Kind))(value)) return value;
  } catch {
    // It can't even be read.
  }
  warnOnce(`<${tag}>: the property ${String(name)} can't be ${isText(value) ? String(value) : typeof value}`);
  return absent;
}
