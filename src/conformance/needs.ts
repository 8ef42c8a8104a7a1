import type {Feature, OptionalFeatures, Session} from '../contract/index.js';
import {NotDeclared, NotProven} from './claims.js';

/** The optional group, or the end of the check where the adapter has none. */
export function declared<F extends Feature>(session: Session, feature: F): OptionalFeatures[F] {
  const group = session[feature] as OptionalFeatures[F] | undefined;
  if (!group) throw new NotDeclared(`the session has no group '${feature}'`);
  return group;
}

export function declaredIf(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new NotDeclared(sentence);
}

/** A hook of the target, or the end of the check where there is none. */
export function hook<Owner extends Partial<Record<Name, (...given: never[]) => unknown>>, Name extends keyof Owner & string>(
  owner: Owner,
  name: Name,
): NonNullable<Owner[Name]> {
  const found = owner[name];
  if (found === undefined) throw new NotProven(`the target has no hook '${name}'`);
  return (found as (...given: unknown[]) => unknown).bind(owner) as unknown as NonNullable<Owner[Name]>;
}
