import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import layers from './scripts/lint/layers.mjs';

const browserGlobals = ['window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'indexedDB', 'customElements', 'requestAnimationFrame'];
const portGlobals = [...browserGlobals, 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'crypto', 'fetch', 'BroadcastChannel'];
const forbid = (names, message) => ['error', ...names.map((name) => ({ name, message }))];

export default defineConfig(
  { ignores: ['dist', 'server/dist', 'storybook-static', 'coverage', 'test-results', 'custom-elements.json', 'examples/**/vendor', 'bench/built'] },
  js.configs.recommended,
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },

  { files: ['**/*.ts'], extends: [tseslint.configs.recommended] },
  {
    files: ['**/*.ts'],
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },

  // src: with types, the layers, and what no module of the library may do.
  {
    files: ['src/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    plugins: { loop: layers },
    rules: {
      'loop/layers': 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-eval': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Lit calls template listeners on their host.
      '@typescript-eslint/unbound-method': 'off',
      // `'me' | string` tells the reader which words are known.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      // A method that answers with a promise may have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Aborted work rejects with `signal.reason`, whatever that is.
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingAny: true, allowThrowingUnknown: true }],
      '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingAny: true, allowThrowingUnknown: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false, properties: false } }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'lit/directives/unsafe-html.js', message: 'HTML goes through internal/sanitize-html.' },
            { name: 'lit/directives/unsafe-svg.js', message: 'Icons are path data; see templates/icon.' },
            { name: 'lit/directives/unsafe-mathml.js', message: 'HTML goes through internal/sanitize-html.' },
            { name: 'lit/directives/style-map.js', message: 'style="" dies under a strict CSP; set custom properties through CSSOM.' },
            { name: 'lit/directives/repeat.js', message: 'It leaves a comment for each item that goes; see internal/repeat.' },
            { name: 'lit-html', message: 'Import from lit.' },
            { name: 'lit-element', message: 'Import from lit.' },
          ],
          patterns: [
            { group: ['lit-html/*', 'lit-element/*', '@lit/reactive-element', '@lit/reactive-element/*'], message: 'Import from lit.' },
            { regex: '^\\.{1,2}/(?!.*\\.(js|json|css)$)', message: 'Relative imports end in .js.' },
          ],
        },
      ],
    },
  },
  { files: ['src/internal/**/*.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['src/{model,contract,conformance,adapters}/**/*.ts'],
    rules: { 'no-restricted-globals': forbid(browserGlobals, 'This layer also runs where there is no page.') },
  },
  {
    files: ['src/store/**/*.ts'],
    rules: {
      'no-restricted-globals': forbid(portGlobals, 'The store is given its platform as ports.'),
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes from the clock port.' },
        { object: 'Math', property: 'random', message: 'Chance comes from the random port.' },
        { object: 'globalThis', message: 'The store is given its platform as ports.' },
      ],
      'no-restricted-syntax': ['error', { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time comes from the clock port.' }],
    },
  },

  // The server: with types; no page, no colleagues among the adapters but for what reads conversation files.
  {
    files: ['server/{src,bench,scripts}/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './server/tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-console': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false, properties: false } }],
      'no-restricted-globals': forbid(browserGlobals, 'The server has no page.'),
    },
  },

  // Elements and their templates, in the library, the stories and the tests.
  {
    files: ['{src,stories,test}/**/*.ts'],
    extends: [lit.configs['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    rules: { ...litA11y.configs.recommended.rules, 'lit/no-useless-template-literals': 'off' },
  },
  {
    files: ['test/browser/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { paths: [{ name: '@open-wc/testing', importNames: ['waitUntil'], message: 'It waits for a second; see support/until.' }] }],
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [wc.configs['flat/recommended']],
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    rules: {
      'lit/no-legacy-template-syntax': 'error',
      'lit/no-value-attribute': 'error',
      'lit/lifecycle-super': 'error',
      'lit/no-this-assign-in-render': 'error',
      'wc/guard-super-call': 'off',
      'wc/no-closed-shadow-root': 'error',
    },
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
);
