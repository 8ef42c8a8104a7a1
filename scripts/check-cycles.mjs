// Fails on import cycles in src/. Imports that only bring types leave nothing at run time and may point back;
// so may `import()`, which runs later.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const source = fileURLToPath(new URL('../src', import.meta.url));

const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .sort();
const known = new Set(files);

const onlyTypes = (clause) =>
  clause.isTypeOnly ||
  (!clause.name && clause.namedBindings && ts.isNamedImports(clause.namedBindings) && clause.namedBindings.elements.length > 0 && clause.namedBindings.elements.every((e) => e.isTypeOnly));
const onlyTypesOut = (node) =>
  node.isTypeOnly || (node.exportClause && ts.isNamedExports(node.exportClause) && node.exportClause.elements.length > 0 && node.exportClause.elements.every((e) => e.isTypeOnly));

function importsOf(file) {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022);
  const found = [];
  for (const node of tree.statements) {
    const counts =
      (ts.isImportDeclaration(node) && !(node.importClause && onlyTypes(node.importClause))) ||
      (ts.isExportDeclaration(node) && node.moduleSpecifier && !onlyTypesOut(node));
    if (!counts || !node.moduleSpecifier.text.startsWith('.')) continue;
    const target = join(dirname(file), node.moduleSpecifier.text.replace(/\.js$/, '.ts'));
    if (known.has(target)) found.push(target);
  }
  return found;
}

const graph = new Map(files.map((file) => [file, importsOf(file)]));
const done = new Set();
const cycles = [];
function visit(file, path) {
  const at = path.indexOf(file);
  if (at >= 0) {
    cycles.push([...path.slice(at), file]);
    return;
  }
  if (done.has(file)) return;
  path.push(file);
  for (const next of graph.get(file)) visit(next, path);
  path.pop();
  done.add(file);
}
for (const file of files) visit(file, []);

for (const cycle of cycles) console.error(`import cycle: ${cycle.map((file) => relative(source, file)).join(' → ')}`);
if (cycles.length) process.exitCode = 1;
