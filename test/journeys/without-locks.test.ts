import type {BrowserContext, Page, Route} from 'playwright-core';
import {describe, expect, inject, it} from 'vitest';
import {openContext, row, sees, until, visit} from './support/visit.js';

const origin = inject('origin').replace('127.0.0.1', 'crm.intranet');
/** Longer than any page may hold the lease of the outbox. */
const leaseMs = 100_000;
const dayMs = 86_400_000;

interface Sent {
  readonly id: string;
  readonly clientId: string;
}

/** What the pages ask below /backend/; the first upload waits until it is let go. */
class Backend {
  readonly sent: Sent[] = [];
  uploads = 0;
  #letGo = (): void => undefined;
  readonly #first = new Promise<void>((done) => (this.#letGo = done));

  constructor(context: BrowserContext) {
    void context.route('**/backend/*', async (route) => {
      await route.fulfill({json: await this.#answer(route)});
    });
  }

  letGo(): void {
    this.#letGo();
  }

  async #answer(route: Route): Promise<unknown> {
    const request = route.request();
    const given = request.postDataJSON() as Record<string, unknown> | null;
    switch (new URL(request.url()).pathname) {
      case '/backend/upload':
        if (++this.uploads === 1) await this.#first;
        return {ref: `file ${this.uploads}`, ...given};
      case '/backend/send': {
        const message = record(this.sent.length + 1, given ?? {});
        this.sent.push(message);
        return message;
      }
      case '/backend/sent':
        return this.sent.find(({clientId}) => clientId === given?.clientId) ?? null;
      default:
        return this.sent;
    }
  }
}

const record = (number: number, given: Record<string, unknown>) => ({
  id: `m${number}`,
  clientId: String(given.clientId),
  conversationId: 'k1',
  kind: given.kind,
  order: String(number).padStart(10, '0'),
  rev: number,
  author: {kind: 'agent', id: 'lena', name: 'Lena Brandt'},
  body: given.body,
  attachments: [],
  createdAt: '2026-03-24T14:30:00Z',
  delivery: 'sent',
});

async function openTab(context: BrowserContext): Promise<Page> {
  const {page} = await visit({origin, path: '/pages/asking.html', context});
  await sees(row(page, 'Nora Ek'));
  await page.evaluate(() => host.inbox.currentInbox?.commands.choose({undoSendMs: 0}));
  await until(() => page.evaluate(() => host.inbox.currentInbox?.state.keeps)).toBe(true);
  return page;
}

const waiting = (page: Page): Promise<number | undefined> => page.evaluate(() => host.inbox.currentInbox?.state.outbox.size);

/** The rows of one store in the database of the agent. */
const leases = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((done, fail) => {
        const opening = indexedDB.open('loop-inbox asking lena');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('leases').objectStore('leases').getAllKeys();
          reading.onsuccess = () => {
            opening.result.close();
            done(reading.result.map(String));
          };
        };
      }),
  );

describe('two tabs of a page without TLS, so without locks', () => {
  it('send a message once, though the lease of the first runs out while it uploads what belongs to it', async () => {
    const context = await openContext();
    const backend = new Backend(context);
    const first = await openTab(context);
    const second = await openTab(context);
    expect(await first.evaluate(() => 'locks' in navigator)).toBe(false);
    await first.evaluate(() => {
      const {commands} = host.inbox.currentInbox!;
      commands.setDraft('k1', 'note', {text: 'See the photo.', files: [{name: 'strap.png', mime: 'image/png', blob: new Blob(['x'])}]});
      commands.send('k1', 'note');
    });
    await until(() => backend.uploads).toBe(1);
    await until(() => waiting(second)).toBe(1);
    await second.evaluate((ms) => void (globalThis.skewMs = ms), leaseMs);
    await until(() => backend.sent.length).toBe(1);
    backend.letGo();
    await until(() => waiting(first)).toBe(0);
    await until(() => waiting(second)).toBe(0);
    expect(backend.uploads, 'both tabs were at it').toBe(2);
    expect(backend.sent).toHaveLength(1);
    expect((await leases(second)).filter((name) => name.startsWith('attempt '))).toHaveLength(1);
  });

  it('forget after a day what was claimed', async () => {
    const context = await openContext();
    new Backend(context);
    const page = await openTab(context);
    await page.evaluate(
      (ms) =>
        new Promise<void>((done, fail) => {
          const opening = indexedDB.open('loop-inbox asking lena');
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('leases', 'readwrite');
            const store = transaction.objectStore('leases');
            store.put({owner: 'a page', untilMs: Date.now() - ms - 60_000}, 'attempt of the day before');
            store.put({owner: 'a page', untilMs: Date.now() - ms + 60_000}, 'attempt of today');
            transaction.onabort = () => fail(transaction.error);
            transaction.oncomplete = () => {
              opening.result.close();
              done();
            };
          };
        }),
      dayMs,
    );
    await page.close();
    const again = await openTab(context);
    await until(() => leases(again)).not.toContain('attempt of the day before');
    expect(await leases(again)).toContain('attempt of today');
  });
});
