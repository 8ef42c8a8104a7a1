import {existsSync} from 'node:fs';
import puppeteer, {type Browser, type Page} from 'puppeteer-core';
import {chromeArgs, findFirefox, resolveChrome} from '../../../scripts/browsers.mjs';

export interface Engine {
  readonly name: 'Chromium' | 'Firefox';
  open(): Promise<Page>;
  close(): Promise<void>;
}

/** Payloads name real hosts: nothing but this machine is reached, and what is asked for is only counted. */
const closed = '--host-resolver-rules=MAP * 127.0.0.1:9, EXCLUDE 127.0.0.1';
const closedInFirefox = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.no_proxies_on': '127.0.0.1',
  'network.proxy.allow_hijacking_localhost': false,
};

/** ms: a wait costs time only where something is broken. */
const patienceMs = 120_000;

const engine = (name: Engine['name'], browser: Browser): Engine => ({
  name,
  open: async () => {
    const page = await browser.newPage();
    page.setDefaultTimeout(patienceMs);
    return page;
  },
  close: () => browser.close(),
});

export async function openChromium(): Promise<Engine> {
  const chrome = await resolveChrome();
  if (!chrome) throw new Error('There is no Chromium');
  const browser = await puppeteer.launch({executablePath: chrome.executablePath, env: chrome.env, args: [...chromeArgs, closed], protocolTimeout: 600_000});
  return engine('Chromium', browser);
}

/** Undefined where there is none, of which the figures tell. */
export async function openFirefox(): Promise<Engine | undefined> {
  const executablePath = findFirefox();
  if (!executablePath || !existsSync(executablePath)) return undefined;
  const browser = await puppeteer.launch({browser: 'firefox', executablePath, extraPrefsFirefox: closedInFirefox, protocolTimeout: 600_000});
  return engine('Firefox', browser);
}
