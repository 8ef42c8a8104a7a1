import {join} from 'node:path';
import type {Page} from 'puppeteer-core';
import {build, type Rollup} from 'vite';
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest';
import {strictPolicy} from '../../scripts/strict-policy.mjs';
import {ask, deskOf, mailMessage, openDesk, show} from './support/desk-page.js';
import {openChromium, openFirefox, type Engine} from './support/engines.js';
import {figure} from './support/figures.js';
import {hostSheets} from './support/host-sheets.js';
import {isFirefoxAsked} from './support/inputs.js';

const origin = inject('origin');
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

/** Opens a page and collects what it throws. */
async function watched(engine: Engine): Promise<{page: Page; thrown: string[]}> {
  const page = await engine.open();
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(String(error)));
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
        else await page.waitForFunction(() => document.querySelector('loop-inbox')?.shadowRoot?.textContent?.includes("can't be shown here"), {timeout: 15_000});
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
      await show(page, desk);
      const neutral = await ask<Record<string, string>>(page, 'styles');
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
  it('loaded twice, moved, in a closed shadow tree, in a frame: nothing is thrown', async () => {
    for (const engine of engines) {
      const {page, thrown} = await watched(engine);
      await openDesk(page, origin);
      await show(page, desk);
      await page.evaluate(`import('${origin}/loop2/loop-inbox.js').then(() => undefined)`);
      expect(await show(page, desk), 'loaded twice').toBe(3);
      const held = await ask<readonly [string, string]>(page, 'move');
      expect(held[1], 'draft after a move').toBe(held[0]);
      expect(await ask<boolean>(page, 'inClosedTree'), 'in a closed shadow tree').toBe(true);
      expect(await ask<boolean>(page, 'inFrame', `${origin}/hostile/desk.html?policy=`), 'in a frame').toBe(true);
      figure('H3', `${engine.name}: ${thrown.length} errors: loaded twice (two Lits), moved, closed shadow tree, frame`, '0');
      expect(thrown).toEqual([]);
      await page.close();
    }
  });
});
