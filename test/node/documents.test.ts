import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {Ajv2020} from 'ajv/dist/2020.js';
import {describe, expect, it} from 'vitest';
import {strictPolicy} from '../../scripts/strict-policy.mjs';
import {parseConversationFile} from '../../src/adapters/memory/index.js';
import {tokensLater} from '../../src/styles/tokens-later.js';
import {tokens} from '../../src/styles/tokens.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
].map((path) => ({path, text: read(path)}));

interface Named {
  readonly name?: string;
}
interface Declaration {
  readonly tagName: string;
  readonly attributes?: readonly Named[];
  readonly members?: readonly (Named & {readonly kind: string})[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssStates?: readonly Named[];
}
interface Manifest {
  readonly modules: readonly {readonly declarations: readonly Declaration[]}[];
}

const elements = (JSON.parse(read('custom-elements.json')) as Manifest).modules.flatMap(({declarations}) => declarations);
const names = (key: 'attributes' | 'events' | 'slots' | 'cssProperties' | 'cssParts' | 'cssStates' | 'members'): Set<string> =>
  new Set(elements.flatMap((element) => (element[key] ?? []).map(({name}) => name ?? '')));
const {scripts, dependencies, devDependencies, version} = JSON.parse(read('package.json')) as Record<
  'scripts' | 'dependencies' | 'devDependencies',
  Record<string, string>
> & {version: string};

const all = (text: string, pattern: RegExp): string[] => [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
/** Prose with its code, without what only looks like code of ours. */
const withoutFences = (text: string): string => text.replace(/^```[^]*?^```$/gm, '');

describe.each(documents)('$path', ({path, text}) => {
  it('links to files that are there', () => {
    const targets = all(text, /\]\(([^)#\s]+)(?:#[^)]*)?\)/g).filter((target) => !/^[a-z]+:/.test(target));
    expect(targets.filter((target) => !existsSync(join(root, dirname(path), target)))).toEqual([]);
  });

  it('names npm scripts that there are', () => {
    const builtIn = new Set(['start', 'test']);
    const named = [...all(text, /npm run (?:-s )?([\w:-]+)/g), ...all(text, /`npm (start|test)\b/g)];
    expect(named.filter((name) => !(name in scripts) && !builtIn.has(name))).toEqual([]);
  });

  it('names files of the project that are there', () => {
    const named = all(text, /`((?:src|test|scripts|docs|stories|examples)\/[\w./-]+\.\w+)`/g);
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it('names elements that can be used', () => {
    const tags = new Set(elements.map(({tagName}) => tagName));
    expect(all(text, /<(loop-[a-z-]+)/g).filter((tag) => !tags.has(tag))).toEqual([]);
  });

  it('names events that are dispatched', () => {
    const events = names('events');
    const notEvents = new Set([...elements.map(({tagName}) => tagName), 'loop-inbox', 'loop-http', 'loop-x']);
    const named = all(withoutFences(text), /`(loop-[a-z]+(?:-[a-z]+)*)`/g);
    expect(named.filter((name) => !events.has(name) && !notEvents.has(name))).toEqual([]);
  });

  it('names tokens that are read', () => {
    const known = new Set([...names('cssProperties'), ...all(tokens.cssText + tokensLater.cssText, /var\((--loop-[\w-]+)/g)]);
    const patterns = /^--loop-(x|color-x)$/;
    const named = all(text, /(--loop-[a-z0-9-]*[a-z0-9])(?![a-z0-9-]*[*<])/g);
    expect(named.filter((name) => !known.has(name) && !patterns.test(name))).toEqual([]);
  });

  it('names states that elements have', () => {
    const states = names('cssStates');
    expect(all(text, /:state\(([\w-]+)\)/g).filter((state) => !states.has(state))).toEqual([]);
  });

  it('speaks of the project alone', () => {
    expect(text).not.toMatch(/\/(?:home|work|tmp|Users)\//);
    expect(text).not.toMatch(/\bTODO\b|\bFIXME\b/);
  });
});

/** The rows of the table that follows `heading`, as cells. */
function table(text: string, head: string): string[][] {
  const start = text.indexOf(`\n| ${head} |`);
  if (start < 0) throw new Error(`There is no table with ${head}`);
  const lines = text.slice(start + 1).split('\n');
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(2, end).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}
const code = (cell: string): string[] => all(cell, /`([^`]+)`/g);

describe('README.md', () => {
  const text = read('README.md');
  /** Announced, and told in the changelog as not working yet. */
  const reserved = new Set(['endpoint', 'account']);

  it('lists every event', () => {
    expect(table(text, 'event').flatMap(([event]) => code(event ?? '')).sort()).toEqual([...names('events')].sort());
  });

  it('lists every slot, at the elements that have it', () => {
    const listed = table(text, 'slot').flatMap(([slot = '', of = '']) =>
      (code(slot).length ? code(slot) : ['']).flatMap((name) => code(of).map((tag) => `${tag} ${name}`)),
    );
    const there = elements.flatMap(({tagName, slots = []}) => slots.map(({name}) => `<${tagName}> ${name ?? ''}`));
    expect(listed.sort()).toEqual(there.sort());
  });

  it('lists every attribute and property, at the elements that have it', () => {
    const listed = new Map<string, Set<string>>();
    for (const [on = '', attributes = '', properties = ''] of table(text, 'on'))
      for (const tag of code(on)) {
        const known = listed.get(tag) ?? new Set();
        for (const name of [...code(attributes), ...code(properties)]) known.add(name);
        listed.set(tag, known);
      }
    const missing = elements.flatMap(({tagName, attributes = [], members = []}) => {
      const byAttribute = new Set(attributes.map((each) => (each as {fieldName?: string}).fieldName));
      const wanted = [...attributes, ...members.filter(({kind, name}) => kind === 'field' && !byAttribute.has(name))].map(({name}) => name ?? '');
      return wanted.filter((name) => !reserved.has(name) && !listed.get(`<${tagName}>`)?.has(name)).map((name) => `<${tagName}> ${name}`);
    });
    expect(missing).toEqual([]);
  });
});

describe('ARCHITECTURE.md', () => {
  const text = read('ARCHITECTURE.md');
  it('gives a reason for every dependency', () => {
    const named = new Set(table(text, 'dependency').flatMap(([name]) => code(name ?? '')));
    expect([...named].sort()).toEqual(Object.keys(dependencies).sort());
  });

  it('names every development dependency', () => {
    const named = table(text, 'development dependency').flatMap(([name]) => code(name ?? ''));
    expect(named.sort()).toEqual(Object.keys(devDependencies).sort());
  });

  it('names the licence that each dependency comes with', () => {
    const wrong = table(text, 'dependency').filter(([name, licence = '']) => {
      const {license} = JSON.parse(read(`node_modules/${code(name ?? '')[0]}/package.json`)) as {license: string};
      return license.replace(/[()]/g, '').toLowerCase() !== licence.toLowerCase();
    });
    expect(wrong).toEqual([]);
  });
});

describe('SECURITY.md', () => {
  it('names the line that the README documents', () => {
    const [line = ''] = all(read('SECURITY.md'), /```\nContent-Security-Policy: ([^`]+)```/g);
    expect(line.replace(/\s+/g, ' ').trim()).toBe(strictPolicy());
  });
});

describe('CHANGELOG.md', () => {
  it('has a section for the version of the package', () => {
    expect(read('CHANGELOG.md')).toContain(`## ${version}`);
  });
});

describe('docs/conversation-file.md', () => {
  const example: unknown = JSON.parse(all(read('docs/conversation-file.md'), /```json\n([^]*?)```/g)[0] ?? '');

  it('shows a file that the memory adapter takes', () => {
    expect(parseConversationFile(example)).toBe(example);
  });

  it('shows a file that the schema takes', () => {
    const validate = new Ajv2020({strict: false, validateFormats: false}).compile(
      JSON.parse(read(`src/adapters/memory/conversation-file.schema.json`)) as object,
    );
    expect(validate(example), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe('custom-elements.json', () => {
  it('has the elements that can be registered by themselves, and no others', () => {
    const defined = readdirSync(join(root, 'src/define')).map((name) => `loop-${name.replace('.ts', '')}`);
    expect(elements.map(({tagName}) => tagName).sort()).toEqual(defined.sort());
  });

  it('documents every part that is passed on to a host', () => {
    const parts = names('cssParts');
    const files = readdirSync(join(root, 'src/elements'), {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.ts'));
    const written = files.flatMap((name) =>
      all(read(join('src/elements', name)), /exportparts="([^"]+)"/g).flatMap((list) => list.split(/,\s*/)),
    );
    expect([...new Set(written)].filter((part) => !parts.has(part))).toEqual([]);
  });
});
