// Writes what Lit's decorators do as the calls they make: `@property({…}) name` becomes `Class.createProperty('name', {…})`.
// The CDN file is spared the decorators and their helper; the npm package keeps them.

const written = {
  property: (element, name, options) => `${element}.createProperty(${name}${options ? `, ${options}` : ''})`,
  state: (element, name, options) => `${element}.createProperty(${name}, {${options ? `...${options}, ` : ''}state: true, attribute: false})`,
  query: (element, name, selector) =>
    `Object.defineProperty(${element}.prototype, ${name}, {get() { return this.renderRoot?.querySelector(${selector}) ?? null; }, enumerable: true, configurable: true})`,
};

/** `helper([property({…})], LoopList.prototype, 'view', void 0)` → the parts of it; undefined: something else. */
function decoratorOf({ type, expression }) {
  if (type !== 'ExpressionStatement' || expression.type !== 'CallExpression' || !/decorate/i.test(expression.callee.name ?? '')) return undefined;
  const [list, target, name] = expression.arguments;
  const [only, ...others] = list?.elements ?? [];
  if (others.length > 0 || only?.type !== 'CallExpression' || only.arguments.length > 1) return undefined;
  const write = Object.hasOwn(written, only.callee.name ?? '') ? written[only.callee.name] : undefined;
  if (!write || target?.property?.name !== 'prototype' || name?.type !== 'Literal') return undefined;
  return { write, element: target.object, name, argument: only.arguments[0] };
}

/** @returns {import('vite').Plugin} */
export const plainDecorators = () => ({
  name: 'loop-plain-decorators',
  enforce: 'post',
  transform(code, id) {
    if (!/\/src\/elements\/.*\.ts$/.test(id) || !code.includes('lit/decorators.js')) return null;
    const text = (node) => node && code.slice(node.start, node.end);
    const edits = this.parse(code).body.flatMap((node) => {
      const found = decoratorOf(node);
      return found ? [{ start: node.start, end: node.end, text: `${found.write(text(found.element), text(found.name), text(found.argument))};` }] : [];
    });
    for (const edit of edits.reverse()) code = code.slice(0, edit.start) + edit.text + code.slice(edit.end);
    return { code, map: null };
  },
});
