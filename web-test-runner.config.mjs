import { readFileSync, writeFileSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { chromeArgs, findFirefox, findWebKit, noChromeMessage, resolveChrome, startWebKitDriver } from './scripts/browsers.mjs';
import { strictPolicy } from './scripts/strict-policy.mjs';
import { webKitPage } from './scripts/webkit-page.mjs';

const wanted = (process.env.BROWSERS ?? 'chrome').split(',');
const browsers = [];

if (wanted.includes('chrome')) {
  const chrome = await resolveChrome();
  if (!chrome) throw new Error(noChromeMessage);
  browsers.push(
    chromeLauncher({
      launchOptions: { executablePath: chrome.executablePath, env: chrome.env, args: chromeArgs },
      // A page behind another one gets one animation frame a second, or none, and `fixture()` waits for one: each gets a window.
      createPage: async ({ context }) => {
        const page = await context.newPage({ type: 'window' });
        await page.emulateFocusedPage(true);
        return page;
      },
    }),
  );
}
if (wanted.includes('firefox')) {
  const executablePath = findFirefox();
  if (executablePath) {
    browsers.push(
      chromeLauncher({
        puppeteer: puppeteerCore.default ?? puppeteerCore,
        concurrency: 1,
        launchOptions: { browser: 'firefox', executablePath },
        createPage: async ({ context }) => withSpace(await context.newPage()),
      }),
    );
  } else console.log('not run: firefox');
}
if (wanted.includes('webkit')) {
  const found = findWebKit();
  if (found) browsers.push(await webKit(found));
  else console.log('not run: webkit');
}

/** Its driver knows the space bar by what it types alone. */
function withSpace(page) {
  for (const act of ['press', 'down', 'up']) {
    const original = page.keyboard[act].bind(page.keyboard);
    page.keyboard[act] = (key, ...more) => original(key === 'Space' ? ' ' : key, ...more);
  }
  return page;
}

async function webKit(found) {
  const { webdriverLauncher } = await import('@web/test-runner-webdriver');
  const { port, browser } = await startWebKitDriver(found);
  const launcher = webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    path: '/',
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true, // it refuses to speak BiDi
      'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
    },
  });
  launcher.concurrency = 1;
  launcher.type = 'puppeteer'; // for the commands of tests: see webkit-page.mjs
  launcher.getPage = () => webKitPage(launcher.driver);
  const initialize = launcher.initialize.bind(launcher);
  // One at a time: each file is then a page of its own, not a frame, in which WebKit's driver gets lost.
  launcher.initialize = (config, files) => initialize({ ...config, concurrency: 1 }, files);
  return launcher;
}

/** Tells `scripts/run-tests.mjs` how many tests passed, and why the others failed; a file that could not run counts as one that failed. */
const countingReporter = {
  onTestRunFinished({ sessions }) {
    const counts = { passed: 0, failed: 0, failures: [] };
    const fail = (name, error) => {
      counts.failed++;
      counts.failures.push({ name, message: error?.message ?? '' });
    };
    const count = (suite, names) => {
      for (const test of suite.tests.filter(({ skipped }) => !skipped)) {
        if (test.passed) counts.passed++;
        else fail([...names, test.name].join(' '), test.error);
      }
      for (const each of suite.suites) count(each, [...names, each.name]);
    };
    for (const session of sessions) {
      if (session.testResults) count(session.testResults, []);
      if (session.errors?.length) fail(session.testFile, session.errors[0]);
    }
    if (process.env.LOOP_TEST_COUNTS) writeFileSync(process.env.LOOP_TEST_COUNTS, JSON.stringify(counts));
  },
};

/** A page that a test opens in a frame, as a host sends it; the sources take Lit as a dependency of its own. Answered here, before the server would put scripts of its own into it. */
const strictPage = (context, next) => {
  const { pathname } = new URL(context.url, 'http://localhost');
  if (pathname !== '/test/browser/pages/strict.html') return next();
  context.set('Content-Security-Policy', `${strictPolicy()} lit-html`);
  context.type = 'html';
  context.body = readFileSync(new URL(`.${pathname}`, import.meta.url), 'utf8');
};

const harmless = /^(Lit is in dev mode|ResizeObserver loop)/;

export default {
  files: ['test/browser/**/*.test.ts'],
  rootDir: '.',
  nodeResolve: { exportConditions: ['browser', 'development'] },
  concurrency: 2,
  middleware: [strictPage],
  browsers,
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: Boolean(process.stdout.isTTY) }), countingReporter],
  filterBrowserLogs: (log) => !log.args.some((arg) => typeof arg === 'string' && harmless.test(arg)),
  plugins: [esbuildPlugin({ ts: true, json: true, tsconfig: './tsconfig.json', target: 'es2022' })],
  // Mocha fails a test on the "ResizeObserver loop" error, which only says that a notification waits for the next frame.
  testRunnerHtml: (testFramework) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tests</title></head><body>
    <script>addEventListener('error', (e) => { if (/^ResizeObserver loop/.test(e.message)) e.stopImmediatePropagation(); }, true);
      globalThis.isLong = ${process.env.HOSTILE_LONG === '1'};</script>
    <script type="module" src="${testFramework}"></script></body></html>`,
  // What hangs is stopped; how fast something is, no test says.
  testFramework: { config: { timeout: 30_000 } },
  testsFinishTimeout: process.env.HOSTILE_LONG === '1' ? 3_600_000 : 180_000,
  coverageConfig: { include: ['src/**/*.ts'], reporters: ['lcovonly', 'text-summary'] },
};
