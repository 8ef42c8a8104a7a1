import {existsSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import puppeteer, {type Browser, type Page} from 'puppeteer-core';
import {expect, onTestFinished} from 'vitest';
import {findFirefox} from '../../../scripts/browsers.mjs';
import type {Engine, Tab} from './engine.js';
import {busyPage, end, endWhole, holdStill, processOf} from './processes.js';

/** ms: a wait costs time only where something is broken. */
const patienceMs = 60_000;

const preferences = {
  'permissions.default.desktop-notification': 1,
  'media.autoplay.default': 0,
  // Each tab has a process of its own, which can die alone.
  'dom.ipc.processCount': 16,
  'dom.ipc.processCount.webIsolated': 16,
  'dom.ipc.keepProcessesAlive.webIsolated.perOrigin': 0,
  'dom.ipc.processPrelaunch.enabled': false,
};

/** A Firefox with a profile of its own, which outlives it. On Linux. */
export async function openFirefox(): Promise<Engine> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('There is no Firefox');
  const profile = await mkdtemp(join(tmpdir(), 'soak-firefox-'));
  const problems: string[] = [];
  let running: Browser | undefined;
  const launch = () =>
    puppeteer.launch({
      browser: 'firefox',
      executablePath,
      userDataDir: profile,
      extraPrefsFirefox: preferences,
      protocolTimeout: patienceMs,
      env: {...process.env, MOZ_CRASHREPORTER_DISABLE: '1', TZ: 'UTC'},
    });
  onTestFinished(async () => {
    await running?.close();
    await rm(profile, {recursive: true, force: true});
    expect(problems).toEqual([]);
  });
  return {
    name: 'Firefox',
    isWhole: true,
    open: async (address) => {
      running ??= await launch();
      // A window each: timers of a hidden page run once a second.
      const page = await running.newPage({type: 'window'});
      page.setDefaultTimeout(patienceMs);
      page.on('pageerror', (error) => problems.push(`thrown: ${String(error)}`));
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warn') problems.push(`${message.type()}: ${message.text()}`);
      });
      await page.goto(address);
      return tabOf(page, running.process()!.pid!);
    },
    killWhole: async () => {
      const parent = running!.process()!;
      running = undefined;
      const gone = new Promise((done) => parent.once('exit', done));
      const at = performance.now();
      endWhole(parent.pid!);
      await gone;
      // The driver gives the profile its own preferences back once the browser has ended.
      while (existsSync(join(profile, 'prefs.js.puppeteer')) || existsSync(join(profile, 'user.js.puppeteer'))) await sleep(20);
      return at;
    },
  };
}

const tabOf = (page: Page, browser: number): Tab => ({
  ask: (expression) => page.evaluate(expression) as Promise<never>,
  type: (text) => page.keyboard.type(text),
  press: (key) => page.keyboard.press(key),
  touch: () => page.mouse.click(2, 2),
  kill: async () => {
    const pid = await processOf(() => page.evaluate(busyPage), browser);
    const at = performance.now();
    end(pid);
    await page.close();
    return at;
  },
  // A request that waits holds a page of Chromium; here others of its tasks go on meanwhile.
  freeze: async (ms) => holdStill(await processOf(() => page.evaluate(busyPage), browser), ms),
});
