// Finds the browsers that are installed here; never downloads one.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

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

export const findChrome = () =>
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
