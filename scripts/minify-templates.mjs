// Takes the indentation and comments out of css`…`, html`…` and svg`…` templates, and gives private tokens short names: minifiers leave
// template text alone.
import { readFileSync } from 'node:fs';

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

const privateName = /--_[a-z0-9-]+/g;
const tokenFiles = ['tokens', 'tokens-later'].map((name) => new URL(`../src/styles/${name}.ts`, import.meta.url));

/**
 * `--_color-text` → `--_1f`. Only tokens: their names are never put together from parts. Not those of a density: they are inherited from
 * one public host by another, which may be of another version; all others are set anew by each.
 */
function shortNames() {
  const names = new Set(tokenFiles.flatMap((file) => readFileSync(file, 'utf8').match(privateName) ?? []));
  const short = new Map([...names].filter((name) => !name.startsWith('--_density-')).map((name, index) => [name, `--_${index.toString(36)}`]));
  return (code) => code.replace(privateName, (name) => short.get(name) ?? name);
}

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
export const minifyTemplates = (shorten = shortNames()) => ({
  name: 'loop-minify-templates',
  enforce: 'post',
  transform(code, id) {
    if (!/\/src\/.*\.ts$/.test(id)) return null;
    code = shorten(code);
    if (!/\b(css|html|svg)`/.test(code)) return { code, map: null };
    const edits = [...templatesIn(this.parse(code))].flatMap(({ tag, quasi }) =>
      quasi.quasis.map(({ start, end }) => ({ start, end, text: minify[tag.name](code.slice(start, end)) })),
    );
    edits.sort((a, b) => b.start - a.start);
    for (const { start, end, text } of edits) code = code.slice(0, start) + text + code.slice(end);
    return { code, map: null };
  },
});
