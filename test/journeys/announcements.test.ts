import type {Page} from 'playwright-core';
import {describe, expect, it} from 'vitest';
import {message, open, row, sees, tryNow, until, visit} from './support/visit.js';

interface Hearing {
  /** What live regions said, oldest first: 'polite: …' or 'assertive: …'. */
  readonly said: string[];
}

/** Writes down, in the page, what a screen reader is told: every live region in every shadow root, whenever words come into it. */
function hear(): void {
  const said: string[] = [];
  Object.assign(globalThis, {said});
  const live = '[aria-live], [role=status], [role=alert]';
  const politeness = (region: Element) =>
    region.getAttribute('aria-live') ?? (region.getAttribute('role') === 'alert' ? 'assertive' : 'polite');
  const hasWords = (node: Node) => node.nodeType !== Node.COMMENT_NODE && (node.textContent ?? '').trim() !== '';
  const listen = (root: Node) =>
    new MutationObserver((records) => {
      const regions = new Set<Element>();
      for (const {type, target, addedNodes} of records) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(live);
        if (region && (type === 'characterData' || [...addedNodes].some(hasWords))) regions.add(region);
        // An alert is read out when it comes with its words; a status that does is not.
        for (const node of addedNodes) {
          if (!(node instanceof Element)) continue;
          if (node.matches('[role=alert]')) regions.add(node);
          for (const inside of node.querySelectorAll('[role=alert]')) regions.add(inside);
        }
      }
      for (const region of regions) {
        const text = (region.textContent ?? '').replace(/\s+/g, ' ').trim();
        if (text && region.checkVisibility()) said.push(`${politeness(region)}: ${text}`);
      }
    }).observe(root, {subtree: true, childList: true, characterData: true});
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    listen(root);
    return root;
  };
}

const said = (page: Page) => page.evaluate(() => (globalThis as unknown as Hearing).said.map((each) => each.replace(/[\u2066-\u2069]/g, '')));
const reply = (page: Page) => page.getByRole('textbox', {name: 'Reply to the contact'});

/** How many messages were told of, one by one or by their number. */
const told = (heard: readonly string[]): number =>
  heard.reduce((sum, text) => sum + (/^polite: (\d+) new messages$/.exec(text) ? parseInt(text.slice(8), 10) : 1), 0);

/** What is said from the act on until what it leads to is seen. */
async function during(page: Page, act: () => Promise<unknown>, until: () => Promise<unknown>): Promise<readonly string[]> {
  await page.evaluate(() => void ((globalThis as unknown as Hearing).said.length = 0));
  await act();
  await until();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  return said(page);
}

describe('what a screen reader is told', () => {
  it('is each new thing once and in order, and nothing of what was there before', async () => {
    const {page} = await visit({before: (fresh) => fresh.addInitScript(hear), expected: /cannot be reached/});
    await sees(row(page, 'Lars Holm'));
    await page.evaluate(() => host.inbox.currentInbox?.commands.choose({undoSendMs: 0, inApp: true}));
    const articles = () => page.getByRole('article').count();

    const history = await during(page, () => open(page, 'Lars Holm', 'Six weeks of planning'), () => sees(message(page, 'Line 120')));
    expect(history, 'a thread is opened').toEqual([]);

    const before = await articles();
    const earlier = await during(
      page,
      async () => {
        await message(page, 'Line 120').focus();
        await page.keyboard.press('Home');
      },
      () => until(articles).toBeGreaterThan(before),
    );
    expect(earlier, 'earlier messages are loaded').toEqual([]);

    const turned = await during(page, () => open(page, 'Marta Kowalczyk', 'Pole snapped on the second day'), () => sees(message(page, 'A Fjell 2')));
    expect(turned, 'another conversation is opened').toEqual([]);

    const one = await during(page, () => page.evaluate(() => host.backend.incoming('marta', 'Can it be glued?')), () => sees(message(page, 'Can it be glued?')));
    expect(one, 'a message arrives').toEqual(['polite: Marta Kowalczyk: Can it be glued?']);

    const elsewhere = await during(page, () => page.evaluate(() => host.backend.incoming('ingrid', 'And the strap?')), () => sees(row(page, 'Ingrid Solheim').getByText('And the strap?')));
    expect(elsewhere, 'a message arrives in another conversation').toEqual([]);

    const typing = await during(page, () => page.evaluate(() => host.backend.as('jonas').typing('marta', true)), () => sees(page.getByText('Jonas Weber is typing')));
    expect(typing, 'a colleague types').toEqual([]);

    const mine = await during(
      page,
      async () => {
        await reply(page).fill('Better not.');
        await reply(page).press('Enter');
      },
      () => sees(message(page, 'Better not.').getByText('Sent', {exact: true})),
    );
    expect(mine, 'a reply of one’s own is sent').toEqual([]);

    const burst = await during(
      page,
      () => page.evaluate(() => Promise.all(Array.from({length: 50}, (_, index) => host.backend.incoming('marta', `Burst ${index + 1}`)))),
      () => until(async () => told(await said(page))).toBe(50),
    );
    expect(burst.length, 'fifty messages arrive at once').toBeLessThanOrEqual(3);

    const mention = await during(
      page,
      () => page.evaluate(() => host.backend.as('jonas').note('oliver', 'Lena, please look', ['lena'])),
      () => sees(page.getByRole('region', {name: 'Messages of the inbox'}).getByText(/You were mentioned/)),
    );
    expect(mention, 'somebody mentions the agent elsewhere').toHaveLength(1);
    expect(mention[0]).toMatch(/^polite: You were mentioned/);

    const lost = await during(page, () => page.evaluate(() => host.begin('offline')), () => sees(page.getByText('Go on writing')));
    expect(lost, 'the connection is lost').toEqual(['polite: Offline']);

    // Forbidden meanwhile: what waited cannot be delivered.
    const failed = await during(
      page,
      async () => {
        await reply(page).fill('Too late.');
        await reply(page).press('Enter');
        await page.evaluate(() => host.backend.deny('marta', 'reply', 'Repairs answers here.'));
        await tryNow(page);
      },
      () => sees(message(page, 'Too late.').getByText('Not sent')),
    );
    expect(failed.filter((each) => each.startsWith('assertive')), 'a reply could not be sent').toEqual(['assertive: Your message was not sent.']);
    expect(failed.filter((each) => /Burst|Too late/.test(each))).toEqual([]);

    const archived = await during(
      page,
      () => page.getByRole('toolbar', {name: 'Actions'}).getByRole('button', {name: 'Archive'}).click(),
      () => sees(page.getByText('Archived.', {exact: true})),
    );
    expect(archived, 'a conversation is archived').toHaveLength(1);
    expect(archived[0]).toMatch(/^polite: Archived\. Its escalation and \d+ notifications were removed\.$/);
    const undone = await during(page, () => page.getByRole('button', {name: 'Undo'}).click(), () => sees(row(page, 'Marta Kowalczyk')));
    expect(undone, 'that is taken back').toEqual(['polite: Taken back.']);
  });
});
