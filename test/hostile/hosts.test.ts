import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Page} from 'puppeteer-core';
import {build, type Rollup} from 'vite';
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest';
import {strictPolicy} from '../../scripts/strict-policy.mjs';
import {olderVersion} from '../journeys/support/page-server.js';
import {ask, askIn, deskOf, mailMessage, openDesk, show, steady} from './support/desk-page.js';
import {openChromium, openFirefox, type Engine} from './support/engines.js';
import {figure} from './support/figures.js';
import {hostSheets} from './support/host-sheets.js';
import {isFirefoxAsked} from './support/inputs.js';

const origin = inject('origin');
const {version} = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {version: string};
/** The documented line before it comes to Trusted Types. */
const [base = ''] = strictPolicy().split(/;\s*require-trusted-types-for/);

const engines: Engine[] = [];
let chromium: Engine;
beforeAll(async () => {
  chromium = await openChromium();
  engines.push(chromium);
  const firefox = isFirefoxAsked ? await openFirefox() : undefined;
  if (firefox) engines.push(firefox);
  else figure('engines', 'not run: Firefox', isFirefoxAsked ? 'it is not installed' : 'only with --firefox or --long');
});
afterAll(() => Promise.all(engines.map((each) => each.close())));

const isReport = /^Error: Content-Security-Policy: /;

/** Opens a page and collects what it throws. */
async function watched(engine: Engine): Promise<{page: Page; thrown: string[]}> {
  const page = await engine.open();
  const thrown: string[] = [];
  // Firefox's driver tells what a policy blocks as an error too: that is a report, and the page counts it.
  page.on('pageerror', (error) => void (isReport.test(String(error)) || thrown.push(String(error))));
  return {page, thrown};
}

const desk = deskOf([mailMessage('<p style="color: red">A mail</p>'), {kind: 'reply', by: 'lena', text: 'A reply'}, {kind: 'note', by: 'lena', text: 'A note'}]);

describe('S2: the page’s policy', () => {
  const rows: readonly (readonly [string, string, 'works' | 'refuses'])[] = [
    ['no trusted-types', '', 'works'],
    ['trusted-types loop-inbox#html', '; trusted-types loop-inbox#html', 'works'],
    ['trusted-types lit-html', '; trusted-types lit-html', 'refuses'],
    ["trusted-types lit-html 'allow-duplicates'", "; trusted-types lit-html 'allow-duplicates'", 'refuses'],
    ["trusted-types 'none'", "; trusted-types 'none'", 'refuses'],
  ];

  it('ends in working, or in a refusal that can be read', async () => {
    for (const engine of engines) {
      const ends: string[] = [];
      for (const [name, directive, wanted] of rows) {
        const {page, thrown} = await watched(engine);
        await openDesk(page, origin, `${base}; require-trusted-types-for 'script'${directive}`);
        if (wanted === 'works') expect(await show(page, desk), name).toBe(3);
        else await page.waitForFunction(() => document.querySelector('loop-inbox')?.shadowRoot?.textContent?.includes("can't be shown here"));
        expect(thrown, name).toEqual([]);
        if (wanted === 'works') expect(await ask(page, 'violations'), name).toEqual([]);
        ends.push(`${name}: ${wanted}`);
        await page.close();
      }
      figure('S2', `${engine.name}: ${ends.join('; ')}`, 'works or says why not');
    }
  });

  it('with less than the documented line shows text and throws nothing', async () => {
    for (const engine of engines) {
      const {page, thrown} = await watched(engine);
      await openDesk(page, origin, "default-src 'none'; script-src 'self'; style-src 'self'");
      const seen = await show(page, desk);
      figure('S2', `${engine.name}: ${seen} of 3 messages and ${thrown.length} errors under default-src 'none'; script-src 'self'; style-src 'self'`, '3; 0');
      expect([seen, thrown]).toEqual([3, []]);
      await page.close();
    }
  });
});

describe('H1: rough style sheets of a host', () => {
  it('change nothing of ours', async () => {
    for (const engine of engines) {
      const page = await engine.open();
      await page.setViewport({width: 1300, height: 900});
      await openDesk(page, origin);
      // Twice the same: what is loaded late is there then.
      const neutral = await steady(async () => {
        await show(page, desk);
        return ask<Record<string, string>>(page, 'styles');
      });
      const drift: string[] = [];
      for (const [name, css] of hostSheets) {
        await ask(page, 'dress', css);
        const dressed = await ask<Record<string, string>>(page, 'styles');
        const changed = Object.keys(neutral).filter((key) => neutral[key] !== dressed[key]);
        if (changed.length > 0) drift.push(`${name}: ${changed.slice(0, 4).map((key) => `${key} ${neutral[key]} → ${dressed[key]}`).join('; ')}`);
      }
      await page.close();
      figure('H1', `${engine.name}: ${drift.length} of ${hostSheets.length} sheets change one of ${Object.keys(neutral).length} properties`, '0');
      expect(hostSheets.length).toBeGreaterThanOrEqual(40);
      expect(Object.keys(neutral).length).toBeGreaterThan(200);
      expect(drift).toEqual([]);
    }
  });
});

describe('H1: ways in which a host lays out everything', () => {
  const layouts = [
    ...['float: left', 'float: right', 'writing-mode: vertical-rl', 'writing-mode: vertical-lr', 'display: inline-block', 'display: inline-grid'].map((rule) => `* { ${rule} !important }`),
    ...['float: left', 'position: absolute'].map((rule) => `body { display: flow-root } loop-inbox { ${rule} !important }`),
    'body { display: flex; flex-direction: column; align-items: center }',
  ];

  it('leave the inbox a width', async () => {
    for (const engine of engines) {
      const page = await engine.open();
      await page.setViewport({width: 1300, height: 900});
      await openDesk(page, origin);
      await show(page, desk);
      const narrow: string[] = [];
      for (const layout of layouts) {
        await ask(page, 'dress', layout);
        const width = await page.evaluate(() => document.querySelector('loop-inbox')?.getBoundingClientRect().width ?? 0);
        if (width < 240) narrow.push(`${layout}: ${width}`);
      }
      await page.close();
      figure('H1', `${engine.name}: ${narrow.length} of ${layouts.length} layouts leave the inbox less than 240 px`, '0');
      expect(narrow).toEqual([]);
    }
  });
});

const libraries = ['mousetrap', 'hotkeys-js', 'tinykeys', '@github/hotkey', 'keymaster', 'keyboardjs'];

/** One module with all of them, as a host would bundle it. */
async function hotkeys(): Promise<string> {
  const result = (await build({
    root: join(import.meta.dirname, '../..'),
    configFile: false,
    logLevel: 'silent',
    define: {'process.env.NODE_ENV': '"production"'},
    build: {write: false, target: 'es2022', lib: {entry: join(import.meta.dirname, 'support/hotkeys.js'), formats: ['es']}},
  })) as Rollup.RollupOutput[];
  return [result].flat()[0]?.output[0].code ?? '';
}

describe('H2: shortcuts of a host', () => {
  it('do not hear what is typed here, and hear what is not typed', async () => {
    const code = await hotkeys();
    for (const engine of engines) {
      const page = await engine.open();
      await openDesk(page, origin);
      await show(page, desk);
      await page.addScriptTag({content: code, type: 'module'});
      await page.waitForFunction('globalThis.fired !== undefined');
      await page.keyboard.press('x');
      const heard = await page.evaluate(() => Object.keys((globalThis as unknown as {fired: Record<string, number>}).fired));
      expect(heard.sort(), 'libraries that hear a key typed beside').toEqual([...libraries].sort());
      await page.evaluate('globalThis.fired = {}');
      await ask(page, 'write');
      const letters = 'abcdefghijklmnopqrstuvwxyz 0123456789/?.,;ABCDEFGHIJKLMNOPQRST';
      const text = letters.repeat(20).slice(0, 1_000);
      await page.keyboard.type(text);
      const arrived = await ask<string>(page, 'written');
      const fired = await page.evaluate(() => JSON.stringify((globalThis as unknown as {fired: unknown}).fired));
      await page.keyboard.down('Control');
      await page.keyboard.press('k');
      await page.keyboard.up('Control');
      const combinations = await page.evaluate(() => Object.keys((globalThis as unknown as {fired: Record<string, number>}).fired).filter((name) => name.endsWith('Ctrl+K')).length);
      await page.close();
      figure('H2', `${engine.name}: ${arrived.length} of 1000 characters arrive, ${fired === '{}' ? 0 : fired} shortcuts of ${libraries.join(', ')} fire; Ctrl+K reaches ${combinations}`, '1000; 0');
      expect(arrived).toBe(text);
      expect(fired).toBe('{}');
      expect(combinations).toBeGreaterThan(0);
    }
  });
});

describe('H3: odd places', () => {
  /** Longer than the window: there is a place in it to be kept. */
  const long = deskOf([mailMessage('<style>p { color: rgb(0, 128, 0) }</style><p>A mail</p>'), ...Array.from({length: 40}, (_, index) => ({kind: 'incoming' as const, text: `Line ${index + 1}\n`.repeat(4)}))]);

  /** Tries something in each engine on a page of its own, on which nothing may be thrown. */
  async function inEach(what: string, attempt: (page: Page, told: readonly string[]) => Promise<void>): Promise<void> {
    for (const engine of engines) {
      const {page, thrown} = await watched(engine);
      const told: string[] = [];
      page.on('console', (message) => told.push(message.text()));
      await openDesk(page, origin, '', 'places');
      await attempt(page, told);
      await page.close();
      figure('H3', `${engine.name}: ${thrown.length} errors, ${what}`, '0');
      expect(thrown).toEqual([]);
    }
  }

  it('loaded twice, each copy with a Lit of its own, it is the first that works', () =>
    inEach('loaded twice (two Lits)', async (page, told) => {
      await show(page, desk);
      expect(await ask(page, 'loadAgain', `${origin}/loop2/loop-inbox.js`, desk)).toBe(3);
      await expect.poll(() => told.join('\n'), {timeout: 20_000}).toContain('already registered');
    }));

  it('of two versions it is the first that works, and the console is told of both', () =>
    inEach('two versions', async (page, told) => {
      await show(page, desk);
      expect(await ask(page, 'loadAgain', `${origin}/older/loop-inbox.js`, desk)).toBe(3);
      await expect.poll(() => told.join('\n'), {timeout: 20_000}).toContain(`already registered by version ${version}; version ${olderVersion} is not used`);
      expect(await show(page, desk)).toBe(3);
    }));

  it('two on a page share no draft, no conversation, no language and no inbox', () =>
    inEach('two on a page', async (page) => {
      expect(await ask(page, 'twice', desk)).toEqual({seen: [['Of the first', 'ltr'], ['Of the second', 'rtl']], shared: false, left: 'Of the first'});
    }));

  it('moved in the page it keeps the conversation, the place in it and the draft', () =>
    inEach('moved', async (page) => {
      const [before, after] = await ask<readonly [object, object]>(page, 'move', long);
      expect(before).toMatchObject({draft: 'Half a sentence', mails: 'rgb(0, 128, 0)'});
      expect(after).toEqual(before);
    }));

  it('adopted by another document it works there, and keeps all of that when it comes back', () =>
    inEach('adopted and back', async (page) => {
      const [before, after, worked] = await ask<readonly [object, object, boolean]>(page, 'adopt', long);
      expect(worked).toBe(true);
      expect(after).toEqual(before);
    }));

  it('in a closed shadow tree and in a frame it is as it is elsewhere', () =>
    inEach('closed shadow tree, frame', async (page) => {
      await show(page, desk);
      expect(await ask<boolean>(page, 'inClosedTree'), 'in a closed shadow tree').toBe(true);
      expect(await ask<boolean>(page, 'inFrame', `${origin}/hostile/desk.html?policy=`), 'in a frame').toBe(true);
    }));

  it('in a frame without an origin it works and says that nothing is kept', () =>
    inEach('sandboxed frame', async (page) => {
      await ask(page, 'addSandbox', `${origin}/hostile/places.html?policy=`);
      // The frame of before its page was there is another one.
      const inner = () => page.frames().find((each) => each !== page.mainFrame());
      await expect.poll(() => inner()?.evaluate("typeof globalThis.desk?.words").catch(() => undefined), {timeout: 60_000}).toBe('function');
      const called = <T>(name: string, ...args: unknown[]): Promise<T> => askIn(inner()!, name, ...args);
      expect(await called('show', desk)).toBe(3);
      await called('write', 'Half a sentence');
      await expect.poll(() => called<string[]>('words'), {timeout: 60_000}).toContain('Kept until you leave this page');
      expect(await called('draft')).toBe('Half a sentence');
    }));
});
