// The licences of drawings and data that were written into our sources; those of bundled packages Vite collects itself.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const copiedFrom = ['@phosphor-icons/core', 'emojibase-data'];

/** The text of one package's section, in the form of Vite's own. */
function sectionOf(root, name) {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `## ${name} - ${version} (${license})\n\n${readFileSync(join(folder, 'LICENSE'), 'utf8').trim()}\n`;
}

/** Adds them to the build's `licenses.md`, or writes one where nothing is bundled. @returns {import('vite').Plugin} */
export const licensesOfCopies = (root) => ({
  name: 'loop-licenses-of-copies',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const sections = copiedFrom.map((name) => sectionOf(root, name)).join('\n');
      const collected = bundle['licenses.md'];
      if (collected) collected.source = `${String(collected.source).trimEnd()}\n\n${sections}`;
      else this.emitFile({ type: 'asset', fileName: 'licenses.md', source: `# Licenses\n\n${sections}` });
    },
  },
});
