// Takes the indentation and comments out of css`…`, html`…` and svg`…` templates: minifiers leave template text alone.

const quoted = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/;

/** Strings stay as they are; elsewhere a run of white space is one blank, none beside punctuation. */
const css = (text) =>
  text
    .replace(/\/\*[^]*?\*\//g, '')
    .split(quoted)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(/\s+/g, ' ').replace(/ ?([{};]) ?/g, '$1').replace(/([,:]) /g, '$1').replace(/;}/g, '}'),
    )
    .join('');

/** A line break and its indentation are one blank to HTML. */
const html = (text) => text.replace(/\s*\n\s*/g, ' ');

const minify = { css, html, svg: html };

function* templatesIn(node) {
  if (!node || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const child of node) yield* templatesIn(child);
    return;
  }
  if (node.type === 'TaggedTemplateExpression' && minify[node.tag.name]) yield node;
  for (const [key, child] of Object.entries(node)) if (key !== 'parent') yield* templatesIn(child);
}

/** @returns {import('vite').Plugin} */
export const minifyTemplates = () => ({
  name: 'loop-minify-templates',
  enforce: 'post',
  transform(code, id) {
    if (!/\/src\/.*\.ts$/.test(id) || !/\b(css|html|svg)`/.test(code)) return null;
    const edits = [...templatesIn(this.parse(code))].flatMap(({ tag, quasi }) =>
      quasi.quasis.map(({ start, end }) => ({ start, end, text: minify[tag.name](code.slice(start, end)) })),
    );
    edits.sort((a, b) => b.start - a.start);
    for (const { start, end, text } of edits) code = code.slice(0, start) + text + code.slice(end);
    return { code, map: null };
  },
});
