// Prints brotli sizes of what `npm run build` made and fails over budget (kB = 1000 bytes).
// First paint = the file a page names in <script src>, with everything it imports statically.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build, parseAst } from 'vite';
import { minifyTemplates } from './minify-templates.mjs';
import { plainDecorators } from './plain-decorators.mjs';

const budget = { firstPaint: 40_000, late: 30_000, ticketButton: 20_000 };
/** Demo data: no host with a backend ever loads it. */
const unbudgeted = /^(late-)?sample/;

const root = fileURLToPath(new URL('..', import.meta.url));
const cdn = join(root, 'dist/cdn');
const entry = join(cdn, 'loop-inbox.js');
if (!existsSync(entry)) {
  console.error('dist/cdn is not there: npm run build');
  process.exit(1);
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const brotli = (text) => brotliCompressSync(text).length;
const sizeOf = (files) => [...files].reduce((sum, file) => sum + brotli(readFileSync(file)), 0);

/** The file and all that it imports statically; not what is in `except`, which the page has already. */
function closure(file, except = new Set(), found = new Set()) {
  if (found.has(file) || except.has(file)) return found;
  found.add(file);
  for (const node of parseAst(readFileSync(file, 'utf8')).body)
    if (node.source?.value?.startsWith('.')) closure(join(dirname(file), node.source.value), except, found);
  return found;
}

let over = 0;
function line(name, bytes, limit, note = '') {
  const bad = limit !== undefined && bytes > limit;
  if (bad) over++;
  console.log(`${bad ? '✗' : ' '} ${name.padEnd(44)} ${kB(bytes).padStart(9)}${limit === undefined ? '' : ` of ${kB(limit)}`}${note}`);
}

console.log('CDN');
const first = closure(entry);
line('first paint', sizeOf(first), budget.firstPaint, ` (${first.size} file${first.size === 1 ? '' : 's'})`);
const rest = readdirSync(cdn).filter((name) => name.endsWith('.js') && !first.has(join(cdn, name))).sort();
for (const name of rest.filter((name) => name.startsWith('late-') || unbudgeted.test(name))) {
  const files = closure(join(cdn, name), first);
  const shared = files.size > 1 ? ` (with ${[...files].slice(1).map((file) => basename(file)).join(', ')})` : '';
  if (unbudgeted.test(name)) line(name, sizeOf(files), undefined, ` (demo data, no budget)${shared}`);
  else line(name, sizeOf(files), budget.late, shared);
}
line('everything', sizeOf([...first, ...rest.map((name) => join(cdn, name))]));

console.log('\nAlone in a page, with Lit, without what is loaded late');
line('<loop-ticket-button>', await minified(join(root, 'src/define/ticket-button.ts'), { plugins: [plainDecorators(), minifyTemplates()], external: () => false }), budget.ticketButton);

console.log('\nnpm entries, minified, own code without what is loaded late (dependencies are not included)');
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
for (const [name, target] of Object.entries(exports)) {
  const pattern = target.default;
  if (!pattern || name === './cdn') continue;
  for (const [label, file] of matching(name, pattern)) line(label, await minified(file));
}

function isDependency(id) {
  return !id.startsWith('.') && !id.startsWith('/') && !/^[A-Za-z]:/.test(id);
}

/** `./define/*` → every file that is there. */
function matching(name, pattern) {
  const [before, after] = pattern.split('*');
  if (after === undefined) return existsSync(join(root, pattern)) ? [[name, join(root, pattern)]] : [];
  const folder = join(root, before);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((entryName) => (after.startsWith('/') ? entryName : entryName.endsWith(after) ? entryName.slice(0, -after.length) : undefined))
    .filter((part) => part !== undefined && existsSync(join(root, before + part + after)))
    .map((part) => [name.replace('*', part), join(root, before + part + after)]);
}

/** Bytes of a file and all that it imports at once. @param external what is not counted; by default every dependency. */
async function minified(file, { plugins = [], external = isDependency } = {}) {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: { entry: file }, formats: ['es'] },
      rolldownOptions: { external, treeshake: { moduleSideEffects: true }, output: { minify: true, comments: false } },
    },
  });
  const chunks = new Map([result].flat()[0].output.filter((part) => part.type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const seen = new Set();
  const visit = (chunk) => {
    if (!chunk || seen.has(chunk)) return;
    seen.add(chunk);
    for (const name of chunk.imports) visit(chunks.get(name));
  };
  visit([...chunks.values()].find((chunk) => chunk.isEntry));
  return [...seen].reduce((sum, chunk) => sum + brotli(chunk.code), 0);
}

if (over) {
  console.error(`\n${over} over budget`);
  process.exitCode = 1;
}
