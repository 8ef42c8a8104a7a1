import {chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Locator, type Page} from 'playwright-core';
import {afterAll, expect, inject, onTestFinished} from 'vitest';
import type {ConversationFile} from '../../../src/adapters/memory/conversation-file.js';
import {desk} from './desk.js';
import {failOnReports} from './policy-reports.js';

/** How long a journey waits for what should be there at once; it costs time only where something is broken. */
const patienceMs = 20_000;

let connected: Promise<Browser> | undefined;
afterAll(async () => (await connected)?.close());

export interface VisitOptions extends BrowserContextOptions {
  /** Path and query below the server of the pages. */
  readonly path?: string;
  readonly origin?: string;
  /** What `pages/desk.js` gives the memory adapter. */
  readonly file?: ConversationFile;
  /** Before any script of the page. */
  readonly before?: (page: Page) => Promise<unknown>;
  /** Complaints in the console that belong to the story. */
  readonly expected?: RegExp;
  /** In the same browser profile as an earlier visit: another tab. */
  readonly context?: BrowserContext;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page's console told of warnings and errors, and what it threw. */
  readonly problems: ReadonlySet<string>;
  /** What the pages of the profile did against their Content-Security-Policy; the journey fails at its end with what is left of it. */
  readonly reports: string[];
}

const reports = new WeakMap<BrowserContext, string[]>();

/** A profile of its own. @param browser another one than the browser that all journeys share. */
export async function openContext(options: BrowserContextOptions = {}, browser?: Browser): Promise<BrowserContext> {
  connected ??= chromium.connect(inject('browser'));
  const context = await (browser ?? (await connected)).newContext({
    viewport: {width: 1500, height: 800},
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(patienceMs);
  onTestFinished(() => context.close());
  reports.set(context, await failOnReports(context));
  return context;
}

/** Opens a page in a browser of its own. The test fails when the page complains of what is not expected. */
export async function visit({path = '/pages/desk.html', origin = inject('origin'), file = desk, before, expected, context, ...options}: VisitOptions = {}): Promise<Visit> {
  const profile = context ?? (await openContext(options));
  const page = await profile.newPage();
  const problems = new Set<string>();
  page.on('pageerror', (error) => problems.add(`thrown: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.add(`${message.type()}: ${message.text()}`);
  });
  onTestFinished(() => expect([...problems].filter((problem) => !expected?.test(problem))).toEqual([]));
  await page.addInitScript(`globalThis.deskFile = ${JSON.stringify(file)}`);
  await before?.(page);
  await page.goto(`${origin}${path}`);
  return {page, context: profile, problems, reports: reports.get(profile) ?? []};
}

/** Waits until an element is seen. */
export const sees = (locator: Locator): Promise<void> => locator.first().waitFor();

/** Waits until nothing of it is seen any more. */
export const seesNo = async (locator: Locator): Promise<void> => {
  await expect.poll(() => locator.filter({visible: true}).count(), {timeout: patienceMs}).toBe(0);
};

/** Waits until `read` gives what is expected; the matcher follows, as in `(await) until(() => …).toBe(…)`. */
export const until = <T>(read: () => T | Promise<T>) => expect.poll(read, {timeout: patienceMs, interval: 30});

/** The rows of the list that is shown, by what is in them. */
export const row = (page: Page | Locator, text: string): Locator => page.getByRole('row').filter({hasText: text});

/** The names of the customers down the list. */
export const names = (page: Page | Locator): Promise<string[]> => page.locator('.row[data-id] .row-name').allTextContents();

/** The article of a message, by its words. */
export const message = (page: Page | Locator, text: string): Locator => page.getByRole('article').filter({hasText: text});

/** Lets the backend be reached again and has it tried, in one step: the inbox also comes back by itself. */
export const tryNow = (page: Page): Promise<void> =>
  page.getByRole('button', {name: 'Try now'}).evaluate((button: HTMLButtonElement) => {
    host.end('offline');
    button.click();
  });

/** Opens a conversation by a click on its row and waits for its heading. */
export async function open(page: Page, customer: string, subject: string): Promise<void> {
  await row(page, customer).click();
  await sees(page.getByRole('heading', {name: subject}));
}

/** What the host page heard: the events of its inbox, oldest first. */
export const heard = (page: Page, type?: string): Promise<readonly Heard[]> =>
  page.evaluate((wanted) => globalThis.host.heard.filter((event) => wanted === undefined || event.type === wanted), type);

export interface Heard {
  readonly type: string;
  readonly cancelable: boolean;
  readonly [field: string]: unknown;
}
