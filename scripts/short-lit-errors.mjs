// Lit's sentences about mistakes in templates and styles are a word in the file for script tags: its templates are ours, and tried before.

const sentence = /\bError\("[^"]{28,}"(?:\+\w+\+"[^"]*")?\)/g;

/** @returns {import('vite').Plugin} */
export const shortLitErrors = () => ({
  name: 'loop-short-lit-errors',
  transform(code, id) {
    if (!/[\\/]node_modules[\\/](?:lit-html|@lit)[\\/]/.test(id)) return null;
    return { code: code.replace(sentence, 'Error("Lit")'), map: null };
  },
});
