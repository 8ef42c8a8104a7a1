/** Keeps what a host may use: no private members, no modules without an element, no source-only details. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        declaration.members &&= declaration.members.filter(
          (member) => !member.name.startsWith('#') && (member.privacy ?? 'public') === 'public' && !isLifecycle(member),
        );
        declaration.attributes &&= declaration.attributes.filter((attribute) => attribute.name || attribute.fieldName);
      }
    }
    customElementsManifest.modules = customElementsManifest.modules
      .filter((module) => module.declarations?.some((d) => d.customElement && d.tagName))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

const lifecycle = new Set([
  'connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'adoptedCallback', 'willUpdate', 'update',
  'updated', 'firstUpdated', 'shouldUpdate', 'render', 'createRenderRoot', 'getUpdateComplete', 'scheduleUpdate',
]);
const isLifecycle = (member) => member.kind === 'method' && lifecycle.has(member.name);

export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/**/*.styles.ts', 'src/templates/icon-paths*.ts', 'src/i18n/**'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [publicOnly],
};
