import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { licensesOfCopies } from './scripts/licenses.mjs';
import { minifyTemplates } from './scripts/minify-templates.mjs';
import { oneHtmlPolicy } from './scripts/one-html-policy.mjs';
import { plainDecorators } from './scripts/plain-decorators.mjs';
import { shortLitErrors } from './scripts/short-lit-errors.mjs';
import { smallerChunks } from './scripts/smaller-chunks.mjs';

const root = import.meta.dirname;

/** `src/define/*.ts` → `{ 'define/inbox': …/src/define/inbox.ts }` */
function filesIn(folder: string): Record<string, string> {
  const path = join(root, 'src', folder);
  if (!existsSync(path)) return {};
  return Object.fromEntries(
    readdirSync(path)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
      .map((file) => [`${folder}/${basename(file, '.ts')}`, join(path, file)]),
  );
}

/** `src/adapters/<name>/index.ts` → `{ 'adapters/memory/index': … }` */
function indexesIn(folder: string): Record<string, string> {
  const path = join(root, 'src', folder);
  if (!existsSync(path)) return {};
  return Object.fromEntries(
    readdirSync(path)
      .map((name): [string, string] => [`${folder}/${name}/index`, join(path, name, 'index.ts')])
      .filter(([, file]) => existsSync(file)),
  );
}

/** Everything that package.json exports as a module; the rest follows by import. */
function libraryEntries(): Record<string, string> {
  const single = ['index', 'define', 'contract/index', 'conformance/index'];
  return {
    ...Object.fromEntries(
      single.map((name): [string, string] => [name, join(root, 'src', `${name}.ts`)]).filter(([, file]) => existsSync(file)),
    ),
    ...filesIn('define'),
    ...indexesIn('adapters'),
    ...filesIn('i18n/locales'),
  };
}

/** Copies what is published as it is: themes and the schema of conversation files. */
function copyAssets(): Plugin {
  return {
    name: 'loop-copy-assets',
    apply: 'build',
    closeBundle() {
      const themes = join(root, 'src/themes');
      if (existsSync(themes)) {
        mkdirSync(join(root, 'dist/themes'), { recursive: true });
        for (const file of readdirSync(themes).filter((name) => name.endsWith('.css')))
          copyFileSync(join(themes, file), join(root, 'dist/themes', file));
      }
      const schema = join(root, 'src/adapters/memory/conversation-file.schema.json');
      if (existsSync(schema)) copyFileSync(schema, join(root, 'dist/conversation-file.schema.json'));
    },
  };
}

/** ES modules, one file per source file; every dependency stays an import. */
const library = (): UserConfig => ({
  plugins: [copyAssets(), licensesOfCopies(root)],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    minify: false,
    lib: { entry: libraryEntries(), formats: ['es'] },
    rolldownOptions: {
      external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('\0') && !/^[A-Za-z]:/.test(id) && !id.startsWith('@oxc-project/'),
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        // The compiler's helpers would land in `_virtual/_@oxc-project…`.
        entryFileNames: ({ name }) => (name.includes('@oxc-project') ? `internal/helpers/${name.split('/').at(-1)}.js` : '[name].js'),
      },
    },
  },
});

/** Modules that the page's first file needs at once: they go into one part, so that they compress as one. */
function neededAtOnce(entry: string): { plugin: Plugin; has(id: string): boolean } {
  const needed = new Set<string>();
  return {
    has: (id) => needed.has(id),
    plugin: {
      name: 'loop-needed-at-once',
      buildEnd() {
        const visit = (id: string) => {
          if (needed.has(id)) return;
          needed.add(id);
          for (const imported of this.getModuleInfo(id)?.importedIds ?? []) visit(imported);
        };
        visit(entry);
      },
    },
  };
}

/**
 * One address for `<script type="module">`: a small file of stable name that imports its hashed parts from beside it.
 * Nothing imports the stable name, so `loop-inbox.js?v=2` does not load everything twice.
 */
function cdn(): UserConfig {
  const entry = join(root, 'src/cdn.ts');
  const atOnce = neededAtOnce(entry);
  return {
  plugins: [oneHtmlPolicy(root), shortLitErrors(), plainDecorators(), minifyTemplates(), atOnce.plugin, smallerChunks('core', 'rich-text'), licensesOfCopies(root)],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'es2022',
    outDir: 'dist/cdn',
    emptyOutDir: true,
    sourcemap: true,
    // The licences of what is bundled stand in one file beside the parts, not again in each.
    license: { fileName: 'licenses.md' },
    // Library mode, because Vite's helper for dynamic imports would write <link> elements into the host's page.
    lib: { entry: { 'loop-inbox': entry }, formats: ['es'] },
    rolldownOptions: {
      preserveEntrySignatures: 'strict',
      output: {
        minify: true,
        comments: false,
        entryFileNames: '[name].js',
        chunkFileNames: ({ isDynamicEntry }) => (isDynamicEntry ? 'late-[name]-[hash].js' : 'part-[hash].js'),
        codeSplitting: { groups: [{ name: 'core', test: (id) => atOnce.has(id) && id !== entry }] },
      },
    },
  },
  };
}

export default defineConfig(({ command, mode }) => ({
  root,
  base: './',
  publicDir: false,
  // Pages of examples/ are served as they are; an unknown address is a 404, not the start page.
  appType: 'mpa',
  ...(command === 'build' ? (mode === 'cdn' ? cdn() : library()) : {}),
}));
