// Finds the browsers that are installed here; never downloads one.
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((dir) => join(dir, name))
    .find(isExecutable);
const firstThatExists = (...paths) => paths.find((path) => path && existsSync(path));

/** Chromium without its own windows where it is installed: the same pages for half of the work, but no notifications. */
export const findChrome = () => firstThatExists(process.env.CHROME_PATH, onPath('chromium-headless-shell'), findWholeChrome());

export const findWholeChrome = () =>
  firstThatExists(
    process.env.CHROME_PATH,
    onPath('google-chrome-stable'),
    onPath('google-chrome'),
    onPath('chromium'),
    onPath('chromium-browser'),
    onPath('microsoft-edge'),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  );

export const findFirefox = () =>
  firstThatExists(
    process.env.FIREFOX_PATH,
    onPath('firefox-esr'),
    onPath('firefox'),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  );

/** WebKitGTK's driver, the browser it drives, and whether it has to be given a display: none without all three. */
export function findWebKit() {
  const libraries = `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`;
  const driver = firstThatExists(process.env.WEBKIT_DRIVER_PATH, onPath('WebKitWebDriver'));
  const browser = firstThatExists(...['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((name) => `${libraries}/${name}/MiniBrowser`));
  const screen = onPath('Xvfb');
  return driver && browser && (process.env.DISPLAY || screen) ? { driver, browser, screen } : undefined;
}

/** Starts `command` for as long as this process lives. */
function companion(command, args, options) {
  const child = spawn(command, args, { stdio: 'ignore', ...options });
  process.on('exit', () => child.kill());
  return child;
}

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

const answers = (port) =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => done(socket.destroy() && true));
    socket.on('error', () => done(false));
  });

/** A screen that nobody sees; its name, such as `:7`. */
const hiddenScreen = (screen) =>
  new Promise((done, fail) => {
    const child = companion(screen, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    child.stdio[3].once('data', (data) => done(`:${String(data).trim()}`));
    child.once('exit', () => fail(new Error('Xvfb ended before it had a screen')));
  });

const forWebKit = {
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', // tests run as root in containers
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  LIBGL_ALWAYS_SOFTWARE: '1',
  NO_AT_BRIDGE: '1',
};

/** GNOME's JavaScript, which opens windows of WebKitGTK without a driver, and what to tell it (Debian: `gjs gir1.2-webkit2-4.1 xvfb`). */
export async function webKitWindows() {
  const command = onPath('gjs');
  const screen = onPath('Xvfb');
  if (!command || !(process.env.DISPLAY || screen)) throw new Error('There is no gjs, or no display');
  return { command, env: { ...forWebKit, DISPLAY: process.env.DISPLAY || (await hiddenScreen(screen)) } };
}

/** Starts WebKit's driver. @returns its port and the browser to name to it */
export async function startWebKitDriver({ driver, browser, screen }) {
  const display = process.env.DISPLAY || (await hiddenScreen(screen));
  const port = await freePort();
  companion(driver, [`--port=${port}`], {
    env: { ...process.env, ...forWebKit, DISPLAY: display },
  });
  for (let tries = 0; tries < 100; tries++) {
    if (await answers(port)) return { port, browser };
    await sleep(50);
  }
  throw new Error("WebKit's driver does not answer");
}

export const chromeArgs = [
  '--disable-dev-shm-usage',
  ...(process.getuid?.() === 0 || process.env.CI ? ['--no-sandbox', '--disable-setuid-sandbox'] : []),
];

/**
 * The Chrome to test with: an installed one, else (Linux on x64) the one inside @sparticuz/chromium with its own
 * libraries. Pass `env` on to the launcher: the bundled one needs it. `undefined` when there is neither.
 */
export async function resolveChrome() {
  const installed = process.env.FORCE_BUNDLED_CHROME ? undefined : findChrome();
  if (installed) return { executablePath: installed, env: { ...process.env } };
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const had = process.env.AWS_EXECUTION_ENV;
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'; // makes it unpack its own libraries and fonts
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    return { executablePath, env: { ...process.env } };
  } catch {
    return undefined;
  } finally {
    if (had === undefined) delete process.env.AWS_EXECUTION_ENV;
  }
}

export const noChromeMessage =
  'No Chrome, Chromium or Edge was found: install one, or set CHROME_PATH to its executable.';
