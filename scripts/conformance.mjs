/**
 * Runs the conformance suite on an adapter and prints its table.
 *
 *   node scripts/conformance.mjs            the memory adapter
 *   node scripts/conformance.mjs <name>     test/support/<name>-target.ts, which exports `<name>Target()`
 *   … --json                                data in place of the table
 *   node scripts/conformance.mjs --list     the checks themselves, as docs/adapter-guide.md has them
 *
 * Ends with status 1 when the adapter does not keep the contract.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, list: { type: 'boolean' } },
});
const [name = 'memory'] = positionals;

const root = resolve(import.meta.dirname, '..');
// Node 20 reads no TypeScript, so Vite does.
const load = async (path) => (await runnerImport(resolve(root, path), { root, configFile: false, logLevel: 'error' })).module;

const { checkConformance, checkList, report } = await load('src/conformance/index.ts');

if (values.list) {
  const rows = checkList().map(({ id, level, title }) => `| \`${id}\` | ${level} | ${title} |`);
  console.log(['| check | level | an adapter … |', '| --- | --- | --- |', ...rows].join('\n'));
} else {
  const found = await load(`test/support/${name}-target.ts`);
  const factory = found[`${name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())}Target`];
  const { json, markdown } = report(await checkConformance(factory()));
  process.stdout.write(values.json ? `${JSON.stringify(json, null, 2)}\n` : markdown);
  process.exitCode = json.conforms ? 0 : 1;
}
