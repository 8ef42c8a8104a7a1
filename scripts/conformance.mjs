/**
 * Runs the conformance suite on adapters and prints their tables.
 *
 *   node scripts/conformance.mjs            every adapter of ours that needs no server
 *   node scripts/conformance.mjs <name> …   test/support/<name>-target.ts, which exports `<name>Target()`
 *   … --json                                data in place of the tables: an object for one name, else a list
 *   node scripts/conformance.mjs --list     the checks themselves, as docs/adapter-guide.md has them
 *
 * Ends with status 1 when the adapter does not keep the contract.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, list: { type: 'boolean' } },
});
const names = positionals.length > 0 ? positionals : ['memory', 'http', 'example-desk', 'modest'];

// Node 20 reads no TypeScript, so Vite does. Not `runnerImport`: the inbox loads a part of itself late.
const root = resolve(import.meta.dirname, '..');
const server = await createServer({ root, configFile: false, logLevel: 'error', appType: 'custom', server: { middlewareMode: true, ws: false, watch: null } });
try {
  const { checkConformance, checkList, report } = await server.ssrLoadModule('/src/conformance/index.ts');
  if (values.list) {
    const rows = checkList().map(({ id, level, title }) => `| \`${id}\` | ${level} | ${title} |`);
    console.log(['| check | level | an adapter … |', '| --- | --- | --- |', ...rows].join('\n'));
  } else {
    const reports = [];
    for (const name of names) {
      const found = await server.ssrLoadModule(`/test/support/${name}-target.ts`);
      const factory = found[`${name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())}Target`];
      reports.push(report(await checkConformance(factory())));
    }
    const data = reports.map(({ json }) => json);
    process.stdout.write(values.json ? `${JSON.stringify(positionals.length === 1 ? data[0] : data, null, 2)}\n` : reports.map(({ markdown }) => markdown).join('\n'));
    process.exitCode = data.every(({ conforms }) => conforms) ? 0 : 1;
  }
} finally {
  await server.close();
}
