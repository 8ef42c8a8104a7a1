import type {Page} from 'playwright-core';

/** A renderer that dies says nothing to its page: no `pagehide`, no promise kept. @returns the time (ms) at which the browser told of its death */
export async function kill(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const gone = new Promise<number>((done) => page.once('crash', () => done(performance.now())));
  void session.send('Page.crash').catch(() => undefined);
  const at = await gone;
  await page.close();
  return at;
}
