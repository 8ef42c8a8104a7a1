import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';

const root = join(import.meta.dirname, '../..');
const {exports} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, string | {readonly default: string}>;
};

/** Every module that package.json lets others import, as `dist/…js`; stars are filled in from the sources. */
const entries = Object.values(exports)
  .map((target) => (typeof target === 'string' ? target : target.default))
  .filter((path) => path.endsWith('.js'))
  .flatMap((path) => {
    const [before = '', after] = path.split('*');
    if (after === undefined) return [path];
    const folder = join(root, before.replace('./dist', 'src'));
    return readdirSync(folder, {withFileTypes: true})
      .map((entry) => (entry.isDirectory() ? entry.name : entry.name.replace(/\.ts$/, '')))
      .filter((name) => existsSync(join(folder, `${name}${after.replace('.js', '.ts')}`)))
      .map((name) => `${before}${name}${after}`);
  })
  .filter((path, index, all) => all.indexOf(path) === index)
  .sort();

const sourceOf = (path: string): string => join(root, path.replace('./dist/cdn/loop-inbox.js', './src/cdn.ts').replace('./dist', 'src').replace(/\.js$/, '.ts'));

describe('importing in Node', () => {
  /** What a page has and Node has not: a module that asks for it while it loads takes it that there is a page. */
  const ofPages = ['window', 'document', 'localStorage', 'sessionStorage', 'indexedDB', 'location', 'matchMedia', 'getComputedStyle'] as const;
  const touched = new Set<string>();

  beforeEach(() => {
    touched.clear();
    for (const name of ofPages)
      Object.defineProperty(globalThis, name, {
        configurable: true,
        get: () => {
          const [, , reader = ''] = (new Error().stack ?? '').split('\n');
          // Lit asks what kind of place it is in, and takes no for an answer.
          if (!/node_modules\/(@lit|lit)/.test(reader)) touched.add(`${name} ${reader.trim()}`);
        },
      });
  });
  afterEach(() => {
    for (const name of ofPages) Reflect.deleteProperty(globalThis, name);
  });

  it('covers what package.json offers', () => {
    expect(entries).toEqual(expect.arrayContaining(['./dist/index.js', './dist/define.js', './dist/define/inbox.js', './dist/adapters/memory/index.js', './dist/cdn/loop-inbox.js']));
    for (const entry of entries) expect(existsSync(sourceOf(entry)), sourceOf(entry)).toBe(true);
  });

  it.each(entries)('%s throws nothing, and starts nothing that would want a page', async (entry) => {
    await expect(import(pathToFileURL(sourceOf(entry)).href)).resolves.toBeTypeOf('object');
    expect([...touched]).toEqual([]);
  });

  it('gives classes, errors and createInbox by their names', async () => {
    const loop = (await import('../../src/index.js')) as Record<string, unknown>;
    for (const name of ['LoopInbox', 'LoopProvider', 'LoopConversation', 'LoopComposer', 'LoopTicketButton', 'AdapterError', 'defineAdapter', 'createInbox', 'version'])
      expect(loop[name], name).toBeDefined();
  });

  it.runIf(existsSync(join(root, 'dist/index.js')))('works with what was built, in a Node without any of our tools', () => {
    const built = entries.filter((entry) => !entry.includes('/cdn/') && existsSync(join(root, entry)));
    const script = `
      const before = new Set(Object.getOwnPropertyNames(globalThis));
      for (const entry of ${JSON.stringify(built)}) await import(new URL(entry, ${JSON.stringify(pathToFileURL(`${root}/`).href)}));
      console.log(JSON.stringify(Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name) && !/^(lit|reactiveElement|customElements$)/.test(name))));
    `;
    const added = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {cwd: root, encoding: 'utf8'});
    expect(JSON.parse(added)).toEqual([]);
  });
});
