import {noChange} from 'lit';
import {Directive, directive, type ChildPart, type DirectiveResult} from 'lit/directive.js';
import {getCommittedValue, insertPart, removePart, setChildPartValue, setCommittedValue} from 'lit/directive-helpers.js';

type OfItem<T> = (item: T, index: number) => unknown;

class Repeat extends Directive {
  #keys: readonly unknown[] = [];

  render<T>(items: Iterable<T>, _keyOf: OfItem<T>, template: OfItem<T>): unknown {
    return [...items].map(template);
  }

  override update(container: ChildPart, [items, keyOf, template]: Parameters<this['render']>): unknown {
    const keysBefore = this.#keys;
    const keys = (this.#keys = [...items].map(keyOf));
    const values = this.render(items, keyOf, template) as unknown[];
    const parts = getCommittedValue(container);
    if (!Array.isArray(parts)) return values;
    const byKey = new Map(keysBefore.map((key, index) => [key, parts[index] as ChildPart]));
    const wanted = new Set(keys);
    /** Those that stay, in the order in which they stand there. */
    const standing = (parts as ChildPart[]).filter((part, index) => {
      const key = keysBefore[index];
      const stays = wanted.has(key) && byKey.get(key) === part;
      if (!stays) remove(part);
      return stays;
    });
    setCommittedValue(
      container,
      keys.map((key, index) => {
        const part = byKey.get(key);
        byKey.delete(key);
        // One that went further down is passed by: it moves, not all that stand behind it.
        const place = part ? standing.indexOf(part) : -1;
        const isInPlace = place === 0 || place === 1;
        if (place >= 0) standing.splice(isInPlace ? 0 : place, isInPlace ? place + 1 : 1);
        return setChildPartValue(part && isInPlace ? part : insertPart(container, standing[0], part), values[index]);
      }),
    );
    return noChange;
  }
}

/** Lit's own `removePart` leaves the end of the part behind. */
function remove(part: ChildPart): void {
  const end = part.endNode as ChildNode;
  removePart(part);
  end.remove();
}

/** Lit's `repeat`, as far as it is needed here. That one leaves a comment in the page for each item that goes: thousands in a day (https://github.com/lit/lit/issues/5298). */
export const repeat = directive(Repeat) as <T>(items: Iterable<T>, keyOf: OfItem<T>, template: OfItem<T>) => DirectiveResult;
