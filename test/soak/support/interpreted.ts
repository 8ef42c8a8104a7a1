import {chromium, type Browser} from 'playwright-core';
import {onTestFinished} from 'vitest';
import {chromeArgs, noChromeMessage, resolveChrome} from '../../../scripts/browsers.mjs';

/**
 * A browser whose engine makes no machine code: what grows on its heap is held by the page. Elsewhere the code of what is called often, and the
 * engine's lists of what that code relies on, grow for hundreds of rounds by more than a leak does.
 */
export async function interpretingBrowser(): Promise<Browser> {
  const chrome = await resolveChrome();
  if (!chrome) throw new Error(noChromeMessage);
  const browser = await chromium.launch({
    executablePath: chrome.executablePath,
    env: chrome.env,
    args: [...chromeArgs, '--js-flags=--no-opt --no-maglev --no-sparkplug --no-lazy-feedback-allocation --no-flush-bytecode'],
  });
  onTestFinished(() => browser.close());
  return browser;
}
