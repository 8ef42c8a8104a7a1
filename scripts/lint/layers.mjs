// The layers of src/ as one table, used by the lint rule `loop/layers`: everything points one way.
//
//   'store'            any import
//   'store:type'       `import type` only
//   'store/selectors'  that folder or file of the layer only
//   'adapters:late'    `import()` only
//   'package:lit'      a dependency and its subpaths
import { dirname, relative, resolve, sep } from 'node:path';

const lit = ['package:lit', 'package:@lit/context'];
const leaves = ['styles', 'i18n', 'events', 'templates', 'internal'];
const leaf = ['model', 'contract:type', ...leaves, ...lit];

/** What a folder of src/ may import besides itself. Folders and files that are not named here may import anything. */
export const layers = {
  model: [],
  contract: ['model'],
  conformance: ['model', 'contract'],
  store: ['model', 'contract'],
  // idb: a desk in memory can be kept in the browser. valibot, eventsource-parser: what comes over the wire is read and checked.
  adapters: ['model', 'contract', 'package:idb', 'package:valibot', 'package:eventsource-parser'],
  styles: leaf,
  i18n: leaf,
  events: leaf,
  templates: leaf,
  // The browser's side of the store's ports is here, so it may know their types.
  internal: [...leaf, 'contract/system-clock', 'store:type', 'package:dompurify', 'package:idb', 'package:linkify-it', 'package:marked'],
  controllers: ['model', 'contract', 'store', ...leaves, 'adapters:late', ...lit, 'package:@floating-ui/dom'],
  elements: ['model', 'contract', 'store:type', 'store/selectors', 'controllers', ...leaves, 'adapters:late', ...lit, 'package:@floating-ui/dom'],
};

/** Layers whose folders are strangers to each other: one backend does not know another. */
const apart = new Set(['adapters']);

function isAllowed(rule, target, kind) {
  const [path, only] = rule.startsWith('package:') ? [rule, undefined] : rule.split(':');
  if (only === 'type' && kind !== 'type') return false;
  if (only === 'late' && kind !== 'late') return false;
  return target === path || target.startsWith(`${path}/`) || target.startsWith(`${path}.`);
}

/** @type {import('eslint').Rule.RuleModule} */
const rule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { layer: '{{from}} may not import {{target}}{{kind}} (see scripts/lint/layers.mjs).' },
  },
  create(context) {
    const source = resolve(context.cwd, 'src');
    const inSource = (file) => relative(source, file).split(sep).join('/');
    const file = inSource(context.filename);
    if (file.startsWith('..')) return {};
    const [layer, folder] = file.split('/');
    const allowed = layers[layer];
    if (!allowed) return {};

    function check(node, specifier, kind) {
      if (typeof specifier !== 'string') return;
      const target = specifier.startsWith('.') ? inSource(resolve(dirname(context.filename), specifier)) : `package:${specifier}`;
      const [targetLayer, targetFolder] = target.split('/');
      const own = targetLayer === layer && (!apart.has(layer) || targetFolder === folder);
      if (own || allowed.some((rule) => isAllowed(rule, target, kind))) return;
      const kinds = { type: ' (as a type)', late: ' (late)', value: '' };
      context.report({ node, messageId: 'layer', data: { from: layer, target: target.replace(/^package:/, ''), kind: kinds[kind] } });
    }
    const kindOf = (node, specifiers = []) =>
      (node.importKind ?? node.exportKind) === 'type' || (specifiers.length > 0 && specifiers.every((s) => (s.importKind ?? s.exportKind) === 'type')) ? 'type' : 'value';

    return {
      ImportDeclaration: (node) => check(node, node.source.value, kindOf(node, node.specifiers)),
      ExportAllDeclaration: (node) => check(node, node.source.value, kindOf(node)),
      ExportNamedDeclaration: (node) => node.source && check(node, node.source.value, kindOf(node, node.specifiers)),
      ImportExpression: (node) => check(node, node.source.value, 'late'),
      TSImportType: (node) => check(node, (node.source ?? node.argument?.literal)?.value, 'type'),
    };
  },
};

export default { rules: { layers: rule } };
