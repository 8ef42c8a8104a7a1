import fc from 'fast-check';
import {mail} from '../../../src/elements/message/mail.js';
import {richText} from '../../../src/internal/rich-text.js';
import {HtmlSanitizer} from '../../../src/internal/sanitize-html.js';
import {nastyHtml} from './nasty-html.js';

/** Said here once more, so that a list that grows is noticed. */
const tags = new Set(
  (
    'a abbr acronym address article aside b bdi bdo big blockquote body br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure footer font h1 h2 h3 h4 h5 h6 header hr i img ins kbd label ' +
    'li main mark nav ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'
  ).split(' '),
);
const attributes = new Set(
  (
    'align alt colspan datetime dir height href lang open reversed rowspan src start title valign width bgcolor border cellpadding cellspacing class color face hspace id nowrap size text type vspace ' +
    'style target rel referrerpolicy decoding aria-level data-slice data-quoted data-host data-left-out'
  ).split(' '),
);

const ran: string[] = [];
for (const name of ['alert', 'confirm', 'prompt', 'print']) Object.assign(globalThis, {[name]: (...words: unknown[]) => void ran.push(words.join(' '))});

const sanitizer = new HtmlSanitizer(window);
const pen = document.createElement('div');
document.body.append(pen);
const tree = pen.attachShadow({mode: 'open'});

/** The first thing in a tree that should not be there. */
function misfit(root: ParentNode): string | undefined {
  for (const element of root.querySelectorAll('*')) {
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml' || !tags.has(element.localName)) return `<${element.localName}>`;
    for (const {name, value} of element.attributes) {
      if (!attributes.has(name)) return `${element.localName} ${name}`;
      if (name === 'href' && !/^(?:https?:|mailto:|tel:)/i.test(new URL(value).protocol)) return `href ${value}`;
      if (name === 'src' && element.localName === 'img' && !/^\s*data:image\//i.test(value)) return `src ${value}`;
      if (name === 'style' && /url\(|expression|var\(|(?:^|; )(?:position|inset|content):/i.test(value.replace(/var\(--_behind-\d+, none\)/g, 'none').replace(/var\(--_sent-/g, ''))) return `style ${value}`;
    }
  }
  return undefined;
}

function parsed(html: string): HTMLElement {
  // Space at its begin is part of it.
  return new DOMParser().parseFromString(`<body>${html}`, 'text/html').body;
}

/** Without what we say of links, which is said again. */
function withoutOurs(root: HTMLElement): HTMLElement {
  for (const told of root.querySelectorAll('[data-host]')) told.remove();
  root.normalize();
  return root;
}

/** What was cleaned and is cleaned again stays as a parser reads it: nothing goes, nothing comes. */
function isSettled(html: string): boolean {
  const once = document.createElement('body');
  once.append(sanitizer.sanitize(html, {remote: 'block'}).fragment);
  // A parser takes any end of a line for the same one; what is cleaned keeps those at its begin as they are.
  const text = withoutOurs(once).innerHTML.replace(/\r\n?/g, '\n');
  const twice = document.createElement('body');
  twice.append(sanitizer.sanitize(text, {remote: 'block'}).fragment);
  return withoutOurs(twice).isEqualNode(withoutOurs(parsed(text)));
}

/** Frames in the place of words: such a message says that it can't be shown. */
const isFrames = (html: string): boolean => new DOMParser().parseFromString(html, 'text/html').body.localName === 'frameset';

function judge(html: string): void {
  if (isFrames(html)) return;
  const sheet = mail(html, richText, {remote: 'block'});
  while (!sheet.isWhole) sheet.goOn();
  tree.append(sheet.element);
  const inMail = misfit(sheet.element.shadowRoot!);
  if (inMail !== undefined) throw new Error(`in a mail: ${inMail}`);
  const box = document.createElement('div');
  box.append(sanitizer.sanitize(html, {remote: 'block'}).fragment);
  tree.append(box);
  const inText = misfit(box);
  if (inText !== undefined) throw new Error(`in a text: ${inText}`);
  if (!isSettled(html)) throw new Error('cleaned again, it is another');
}

const patience = () => new Promise((done) => setTimeout(done, 30));

Object.assign(globalThis, {
  /** Cleans so many texts and puts them in the page. Answers the first breach, shrunk; undefined: there is none. */
  async fuzz(payloads: readonly string[], seed: number, numRuns: number): Promise<string | undefined> {
    const result = fc.check(fc.property(nastyHtml(payloads), judge), {seed, numRuns, endOnFailure: true});
    await patience();
    for (const element of tree.querySelectorAll('*')) for (const type of ['load', 'error', 'focus', 'mouseover', 'click']) element.dispatchEvent(new Event(type));
    tree.replaceChildren();
    if (result.failed) return `${String((result.errorInstance as Error | null)?.message)}: ${JSON.stringify(result.counterexample)}`;
    return ran.length > 0 ? `${ran.splice(0).length} runs, seed ${seed}` : undefined;
  },

  /** The same texts as they are: how many of them run something. */
  async raw(payloads: readonly string[], seed: number, numRuns: number): Promise<number> {
    const texts = fc.sample(nastyHtml(payloads), {seed, numRuns});
    for (const [index, text] of texts.entries()) {
      const box = document.createElement('div');
      box.innerHTML = text.replaceAll('alert(1)', `alert(${index})`);
      tree.append(box);
    }
    await new Promise((done) => setTimeout(done, 500));
    tree.replaceChildren();
    return new Set(ran.splice(0)).size;
  },
});
