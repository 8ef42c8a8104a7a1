/** Builds the simulator of test/support once, so that many plays of it cost no more than their own time. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

export const root = resolve(import.meta.dirname, '..');

/**
 * @param name of the folder under node_modules/.cache
 * @param plugins what changes the sources on their way, for mutants
 * @returns path of the built module
 */
export async function buildSimulator(name, plugins = []) {
  const outDir = join(root, 'node_modules/.cache/simulator', name);
  mkdirSync(outDir, { recursive: true });
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins,
    build: {
      ssr: join(root, 'test/support/simulator/figures.ts'),
      outDir,
      emptyOutDir: true,
      minify: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'figures.mjs', codeSplitting: false } },
    },
  });
  return join(outDir, 'figures.mjs');
}
