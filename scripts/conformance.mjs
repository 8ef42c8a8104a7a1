/**
 * Runs the conformance suite on an adapter and prints its table.
 *
 *   node scripts/conformance.mjs            the memory adapter
 *   node scripts/conformance.mjs <name>     test/support/<name>-target.ts, which exports `<name>Target()`
 *   … --json                                data in place of the table
 *
 * Ends with status 1 when the adapter does not keep the contract.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } });
const [name = 'memory'] = positionals;

const root = resolve(import.meta.dirname, '..');
// Node 20 reads no TypeScript, so Vite does.
const load = async (path) => (await runnerImport(resolve(root, path), { root, configFile: false, logLevel: 'error' })).module;

const { checkConformance, report } = await load('src/conformance/index.ts');
const found = await load(`test/support/${name}-target.ts`);
const factory = found[`${name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())}Target`];

const { json, markdown } = report(await checkConformance(factory()));
process.stdout.write(values.json ? `${JSON.stringify(json, null, 2)}\n` : markdown);
process.exitCode = json.conforms ? 0 : 1;
