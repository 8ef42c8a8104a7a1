import type {Frame, Page} from 'puppeteer-core';
import type {ConversationFile, FileMessage} from '../../../src/adapters/memory/conversation-file.js';

const at = (second: number): string => new Date(Date.parse('2026-03-24T14:00:00Z') + second * 1000).toISOString();

/** A desk with one conversation of these messages, and what is named beside it. */
export function deskOf(messages: readonly Omit<FileMessage, 'at'>[], about: Partial<ConversationFile> = {}, one: object = {}): ConversationFile {
  return {
    format: 'loop-inbox/conversations',
    version: 1,
    now: at(10_000),
    me: 'lena',
    agents: [{id: 'lena', name: 'Lena Brandt'}],
    contacts: [{id: 'c', name: 'Marta Kowalczyk'}],
    conversations: [{id: 'k', subject: 'Hostile', channel: {kind: 'email'}, contact: 'c', messages: messages.map((each, index) => ({...each, at: at(index)})), ...one}],
    ...about,
  };
}

export const mailMessage = (html: string, name = 'Marta'): Omit<FileMessage, 'at'> => ({kind: 'incoming', html, mail: {from: {address: 'marta@mail.example', name}}});

/** Opens the page of a host. @param policy its Content-Security-Policy. Without one nothing but the inbox keeps a payload from running. */
export async function openDesk(page: Page, origin: string, policy = '', name = 'desk'): Promise<void> {
  await page.goto(`${origin}/hostile/${name}.html?policy=${encodeURIComponent(policy)}`);
  await page.waitForFunction("typeof globalThis.desk?.show === 'function' || document.querySelector('loop-inbox')?.shadowRoot?.querySelector('[role=alert]')");
}

/** Shows a desk, with its conversation `k` open and all of its messages as they will be. Answers how many messages there are. */
export const show = (page: Page, file: ConversationFile): Promise<number> =>
  page.evaluate((given) => (globalThis as unknown as {desk: {show(file: unknown): Promise<number>}}).desk.show(given), file as unknown);

/** Calls a function of `pages/desk.js` or `pages/places.js`. */
export const ask = <T>(page: Page, name: string, ...args: unknown[]): Promise<T> => askIn(page.mainFrame(), name, ...args);

/** The same in a frame. */
export const askIn = <T>(frame: Frame, name: string, ...args: unknown[]): Promise<T> =>
  frame.evaluate((called, given) => (globalThis as unknown as {desk: Record<string, (...all: unknown[]) => unknown>}).desk[called]?.(...given), name, args) as Promise<T>;

/** What `read` gives once it gives the same twice. */
export async function steady<T>(read: () => Promise<T>): Promise<T> {
  let value = await read();
  for (let tries = 0; tries < 20; tries++) {
    const before = JSON.stringify(value);
    value = await read();
    if (JSON.stringify(value) === before) return value;
  }
  throw new Error('It is another one each time');
}
