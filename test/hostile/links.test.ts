import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest';
import {deskOf, mailMessage, openDesk, show} from './support/desk-page.js';
import {openChromium, type Engine} from './support/engines.js';
import {figure} from './support/figures.js';
import {batches, payloads} from './support/inputs.js';

let chromium: Engine;
beforeAll(async () => (chromium = await openChromium()));
afterAll(() => chromium.close());

interface Shown {
  /** What the reader sees of it. */
  readonly words: string;
  readonly href: string | null;
  /** What the page makes of that. */
  readonly leads: string;
  readonly title: string;
  /** Where it says that it leads. */
  readonly told: string | undefined;
  readonly rel: string;
  readonly target: string;
}

/** What stands where links were written, in the order of the messages. */
const readLinks = (): Shown[][] => {
  const all = function* (root: ParentNode): Generator<Element> {
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* all(element.shadowRoot);
    }
  };
  return [...all(document)]
    .filter(({localName}) => localName === 'loop-message')
    .map((message) =>
      [...all(message.shadowRoot!)]
        .filter((element): element is HTMLAnchorElement => element.localName === 'a' && !element.hasAttribute('download') && element.closest('.text, .rich, .mail-body, body') !== null)
        .map((link) => {
          const told = link.querySelector('[data-host]');
          return {words: link.textContent.trim(), href: link.getAttribute('href'), leads: link.href, title: link.title, told: told?.textContent.trim(), rel: link.rel, target: link.target};
        }),
    );
};

const attribute = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
const shop = 'https://bank.example';

/** The same address in each way to write a link whose words name another place. */
const written = (address: string) => [
  mailMessage(`<p><a href="${attribute(address)}">${shop}</a></p>`),
  {kind: 'reply' as const, by: 'lena', markdown: `[${shop}](${address})`},
  {kind: 'incoming' as const, text: `${address} and more`},
];

/** Undefined: nobody can take it for another place. */
function misleading({words, href, leads, title, told, rel, target}: Shown): string | undefined {
  if (href === null) return undefined;
  if (!URL.canParse(href)) return `it leads to ${href}, which is no whole address`;
  const {protocol, host, username} = new URL(href);
  if (leads !== new URL(href).href) return `${href} leads to ${leads} in this page`;
  if (!['http:', 'https:', 'mailto:', 'tel:'].includes(protocol)) return `it leads to ${href}`;
  if (!/^[ -~]*$/.test(host)) return `${host} is no ASCII`;
  if (!protocol.startsWith('http')) return undefined;
  if (target !== '_blank' || !rel.includes('noopener') || !rel.includes('noreferrer')) return `${href} tells where from`;
  if (title !== '' && title !== new URL(href).href) return `${title} for ${href}`;
  const named = words.startsWith(shop) ? 'bank.example' : undefined;
  const lies = username !== '' || (named !== undefined && host !== named && !host.endsWith(`.${named}`));
  return lies && !`${told ?? ''} ${words}`.includes(host) ? `${words} leads to ${host} and does not say so` : undefined;
}

/** Addresses of letters that can be mistaken, and of what browsers read another way than people: what a reader has to be told. */
const spoofs: readonly (readonly [address: string, host: string])[] = [
  ['https://аррӏе.com/', 'xn--80ak6aa92e.com'],
  ['http://paypаl.com/', 'xn--paypl-7ve.com'],
  ['https://gооgle.com/a', 'xn--ggle-55da.com'],
  ['https://bank.com@evil.com/', 'evil.com'],
  ['https://bank.com:443@evil.com/', 'evil.com'],
  ['https://ԁropbox.com/', 'xn--ropbox-vug.com'],
];

/** Addresses of other places than the words name, in ways that are not made to run something. */
const elsewhere: readonly string[] = [
  'https://evil.example/', 'http://evil.example/a?to=https://bank.example#https://bank.example', 'HTTPS://EVIL.EXAMPLE', 'https:evil.example', 'http:evil.example', 'http:/evil.example', 'https:/\\evil.example', 'https://bank.example.evil.example/',
  'https://bank.example@evil.example/', 'https://bank.example:a@evil.example/', 'https://evil.example\\@bank.example/', 'https://evil.example:8443/', 'https://xn--bnk-qla.example/', 'https://b\u00e4nk.example/', 'https://bank.example\uff0fevil.example/',
  'https://bank.exampl\u0435/', 'https://evilbank.example/', 'https://192.0.2.1/', 'https://3221225985/', 'mailto:pay@evil.example', 'tel:+4912345', '//evil.example/', '/evil', 'evil.example/a', 'ftp://evil.example/', 'sms:+4912345', 'file:///etc/passwd',
  'blob:https://evil.example/1', 'intent://evil.example', 'ms-word:ofe|u|https://evil.example/a.docx', 'about:blank', 'filesystem:https://evil.example/a', 'ws://evil.example/',
];
/** Links that lead anywhere: over fewer nothing is judged. */
const activeAtLeast = 40;

describe('S5: where links lead', () => {
  it('is http, https, mailto or tel, and what is shown is where it goes', async () => {
    const page = await chromium.open();
    await openDesk(page, inject('origin'));
    const addresses = [...payloads().filter(({kind}) => kind === 'url'), ...elsewhere.map((payload) => ({id: payload, payload}))];
    const wrong: string[] = [];
    let active = 0;
    for (const batch of batches(addresses, 12)) {
      await show(page, deskOf(batch.flatMap(({payload}) => written(payload))));
      const shown = await page.evaluate(readLinks);
      expect(shown.length).toBe(batch.length * 3);
      batch.forEach(({id}, index) => {
        const links = shown.slice(index * 3, index * 3 + 3).flat();
        active += links.filter(({href}) => href !== null).length;
        const found = links.map(misleading).find((each) => each !== undefined);
        if (found !== undefined) wrong.push(`${id}: ${found}`);
      });
    }
    await show(page, deskOf(spoofs.flatMap(([address]) => [{kind: 'incoming' as const, text: `See ${address} now`}, mailMessage(`<a href="${attribute(address)}">${attribute(address)}</a>`), {kind: 'reply' as const, by: 'lena', markdown: `[${address}](${address})`}])));
    const shown = await page.evaluate(readLinks);
    wrong.push(...shown.flat().flatMap((link) => misleading(link) ?? []));
    const mistaken = spoofs.flatMap(([address, host], index) =>
      shown.slice(index * 3, index * 3 + 3).flatMap((links, way) => (links.length === 1 && `${links[0]?.told ?? ''}`.includes(host) ? [] : [`${address} as ${['text', 'HTML', 'Markdown'][way]}: ${JSON.stringify(links)}`])));
    await page.close();
    figure('S5', `${addresses.length - wrong.length} of ${addresses.length} addresses lead nowhere else than they say, as HTML, Markdown and text (${active} of these links lead anywhere); ${spoofs.length * 3 - mistaken.length} of ${spoofs.length * 3} spoofs say where they lead in ASCII`, 'all');
    expect(wrong).toEqual([]);
    expect(active).toBeGreaterThanOrEqual(activeAtLeast);
    expect(mistaken).toEqual([]);
  });
});
