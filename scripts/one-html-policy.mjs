// Gives lit-html the library's own Trusted Types policy instead of one of its own: a host's list then names one, which no other copy of Lit
// on the page takes away, and a refusal is an answer instead of an error at import.
import { join } from 'node:path';

const made = /(\w+)\?\1\.createPolicy\("lit-html",\{createHTML:\w+=>\w+\}\):void 0/;

/** @param {string} root folder of the project. @returns {import('vite').Plugin} */
export const oneHtmlPolicy = (root) => {
  let done = false;
  return {
    name: 'loop-one-html-policy',
    transform(code, id) {
      if (!/[\\/]lit-html[\\/]lit-html\.js$/.test(id)) return null;
      if (!made.test(code)) throw new Error('lit-html makes its Trusted Types policy in another way now: see scripts/one-html-policy.mjs');
      done = true;
      const from = JSON.stringify(join(root, 'src/internal/html-policy.ts'));
      return { code: `import { htmlPolicy as loopHtmlPolicy } from ${from};\n${code.replace(made, 'loopHtmlPolicy')}`, map: null };
    },
    buildEnd(error) {
      if (!error && !done) throw new Error('lit-html was not met: see scripts/one-html-policy.mjs');
    },
  };
};
