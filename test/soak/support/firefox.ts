import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import puppeteer, {type Browser, type Page} from 'puppeteer-core';
import {expect, onTestFinished} from 'vitest';
import {findFirefox} from '../../../scripts/browsers.mjs';
import type {Engine, Tab} from './engine.js';

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

/** A Firefox with a profile of its own, which outlives it. On Linux: a tab's process is found by what it works. */
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
      for (const pid of [parent.pid!, ...childrenOf(parent.pid!)]) end(pid);
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
    const pid = await processOf(page, browser);
    const at = performance.now();
    process.kill(pid, 'SIGKILL');
    await page.close();
    return at;
  },
  // A request that waits holds a page of Chromium; here others of its tasks go on meanwhile.
  freeze: async (ms) => {
    const pid = await processOf(page, browser);
    const at = performance.now();
    process.kill(pid, 'SIGSTOP');
    await sleep(ms);
    process.kill(pid, 'SIGCONT');
    return at;
  },
});

/** No driver tells which process a tab has: it is the one that works when the page does. */
async function processOf(page: Page, browser: number): Promise<number> {
  const before = new Map(childrenOf(browser).map((pid) => [pid, workOf(pid)]));
  await page.evaluate('for (const until = performance.now() + 150; performance.now() < until; );');
  const worked = childrenOf(browser).map((pid) => [pid, workOf(pid) - (before.get(pid) ?? 0)] as const);
  return worked.reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

const statOf = (pid: number): string[] => readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');

/** Clock ticks in which it has run. */
const workOf = (pid: number): number => Number(statOf(pid)[11]);

function childrenOf(parent: number): number[] {
  const all = readdirSync('/proc').map(Number).filter((pid) => pid > 0);
  const parents = new Map(all.flatMap((pid) => {
    try {
      return [[pid, Number(statOf(pid)[1])] as const];
    } catch {
      return []; // It has ended meanwhile.
    }
  }));
  const descends = (pid: number): boolean => {
    const from = parents.get(pid);
    return from !== undefined && (from === parent || descends(from));
  };
  return all.filter(descends);
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went with another one.
  }
}
