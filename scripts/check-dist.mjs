// Looks at what `npm run build` made: every module parses, no decorator is left in it, its source map is its own, every address that package.json
// exports is there, and what may be imported without a page can be imported in Node.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseAst } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const problems = [];

const files = existsSync(dist)
  ? readdirSync(dist, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).map((e) => join(e.parentPath ?? e.path, e.name))
  : [];
if (files.length === 0) problems.push('dist is empty: npm run build');

for (const file of files) {
  const name = relative(root, file);
  if (/[@]/.test(name) || name.includes('_virtual')) problems.push(`${name}: a name that only a compiler would choose`);
  if (!file.endsWith('.js')) continue;
  const text = readFileSync(file, 'utf8');
  try {
    parseAst(text);
  } catch (error) {
    problems.push(`${name}: ${error.message.split('\n')[0]}`);
  }
  if (/^\s*@(property|state|query|customElement)\b/m.test(text.replace(/\/\*[\s\S]*?\*\//g, ''))) problems.push(`${name}: a decorator is left in it`);
  if (files.includes(`${file}.map`)) {
    const { mappings } = JSON.parse(readFileSync(`${file}.map`, 'utf8'));
    if (!text.includes(`//# sourceMappingURL=${basename(file)}.map`)) problems.push(`${name}: does not name its source map`);
    if (mappings.split(';').length > text.split('\n').length) problems.push(`${name}: its source map is of another file`);
  }
  if (/process\.env\b/.test(text)) problems.push(`${name}: reads process.env`);
  if (name.startsWith(join('dist', 'cdn')) && /(from|import)\s*\(?\s*["'`](?![./])[a-z@]/.test(text)) problems.push(`${name}: imports a package by name`);
}

// Their texts have to travel with what was bundled or copied, which no longer says so itself.
const licensed = { 'dist/licenses.md': ['@phosphor-icons/core', 'emojibase-data'], 'dist/cdn/licenses.md': ['lit-html', 'dompurify', 'marked', '@phosphor-icons/core', 'emojibase-data'] };
for (const [name, packages] of Object.entries(licensed)) {
  const text = existsSync(join(root, name)) ? readFileSync(join(root, name), 'utf8') : '';
  for (const each of packages) if (!text.includes(`\n## ${each} - `)) problems.push(`${name}: the licence of ${each} is missing`);
}

const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
for (const [name, target] of Object.entries(exports)) {
  for (const path of typeof target === 'string' ? [target] : Object.values(target)) {
    const [before, after] = path.split('*');
    const there = after === undefined ? existsSync(join(root, path)) : files.some((file) => file.startsWith(join(root, before)) && file.endsWith(after));
    if (!there) problems.push(`package.json exports ${name} → ${path}, which is not there`);
  }
}

// `import` in Node is safe for all of these, `define` included.
for (const name of ['index.js', 'define.js', 'contract/index.js', 'conformance/index.js', 'adapters/memory/index.js']) {
  const file = join(dist, name);
  if (!existsSync(file)) continue;
  try {
    await import(pathToFileURL(file).href);
  } catch (error) {
    problems.push(`importing dist/${name} in Node: ${error.message.split('\n')[0]}`);
  }
}

for (const problem of problems) console.error(problem);
if (problems.length) process.exitCode = 1;
else console.log(`dist: ${files.length} files are as they should be`);
process.exit();
