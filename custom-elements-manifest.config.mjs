import { existsSync, readFileSync } from 'node:fs';

/** Every `--loop-*` that a partner may set on or above an element, with its default, as the place that reads them says it. */
function readTokens() {
  const source = ['tokens', 'tokens-later'].map((name) => readFileSync(new URL(`src/styles/${name}.ts`, import.meta.url), 'utf8')).join('\n');
  const written = source.matchAll(/^ {4}--_[\w-]+: var\((--loop-[\w-]+), (.+)\);$/gm);
  const tokens = new Map();
  for (const [, name, value] of written) if (!tokens.has(name)) tokens.set(name, publicDefault(value));
  return tokens;
}

/** `var(--_color-note)` → `var(--loop-color-note)`: private names are nobody's business; a density's value stands behind its default. */
const publicDefault = (value) =>
  value.replace(/^var\(--_density-[\w-]+, (.+)\)$/, '$1').replaceAll('var(--_', 'var(--loop-');

/** Public elements are those that can be registered by themselves: `src/define/<tag without loop->.ts`. */
const isPublic = (declaration) =>
  declaration.customElement && existsSync(new URL(`src/define/${declaration.tagName?.replace('loop-', '')}.ts`, import.meta.url));

const lifecycle = new Set([
  'connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'adoptedCallback', 'willUpdate', 'update',
  'updated', 'firstUpdated', 'shouldUpdate', 'render', 'createRenderRoot', 'getUpdateComplete', 'scheduleUpdate',
]);
const isLifecycle = (member) => member.kind === 'method' && lifecycle.has(member.name);

/** Keeps what a host may use: the public elements without private members, the documented events, and all tokens. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    const tokens = readTokens();
    const adopting = new Set();
    for (const module of customElementsManifest.modules) {
      module.declarations = (module.declarations ?? []).filter(isPublic);
      for (const declaration of module.declarations) {
        declaration.members = (declaration.members ?? []).filter(
          (member) => !member.name.startsWith('#') && (member.privacy ?? 'public') === 'public' && !isLifecycle(member),
        );
        declaration.attributes &&= declaration.attributes.filter((attribute) => attribute.name || attribute.fieldName);
        // The analyzer also lists what it sees dispatched, under whatever name it finds there.
        declaration.events &&= declaration.events.filter((event) => event.name?.startsWith('loop-'));
        if (/import \{tokens\}/.test(readFileSync(new URL(module.path, import.meta.url), 'utf8'))) adopting.add(declaration);
      }
    }
    for (const declaration of adopting) {
      const documented = declaration.cssProperties ?? [];
      const missing = [...tokens].filter(([name]) => !documented.some((property) => property.name === name));
      declaration.cssProperties = [...documented, ...missing.map(([name, value]) => ({ name, default: value }))];
    }
    customElementsManifest.modules = customElementsManifest.modules
      .filter((module) => module.declarations.length > 0)
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['src/**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [publicOnly],
};
