// A page that shows what it is given and tells what came of it: what ran, what was painted, how it looks.
import {createMemoryAdapter} from '/loop/loop-inbox.js';

export const inbox = document.querySelector('#desk');
const ran = [];
const violations = [];
document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) => violations.push(`${violatedDirective} ${blockedURI}`));
for (const name of ['alert', 'confirm', 'prompt', 'print']) globalThis[name] = (...words) => void ran.push([name, ...words.map(String)].join(' '));

export const frame = () => new Promise((done) => setTimeout(done, 16));

/** Every element of the page, into all shadow trees. */
export function* all(root = document) {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* all(element.shadowRoot);
  }
}

const messages = () => [...all()].filter(({localName}) => localName === 'loop-message');
const sheets = () => messages().flatMap((message) => [...message.shadowRoot.querySelectorAll('.sheet')]);

/** Patient: what is waited for is there at once, or something is broken. */
export async function until(isTrue, patienceMs = 90_000) {
  const end = performance.now() + patienceMs;
  while (!isTrue()) {
    if (performance.now() > end) return false;
    await frame();
  }
  return true;
}

const isThere = ({message, shadowRoot}) => {
  if (!message || !shadowRoot) return false;
  const {format, value} = message.body;
  if (format === 'html' && value) return shadowRoot.querySelector('.sheet, .broken') !== null;
  if (format === 'markdown' && value) return shadowRoot.querySelector('.rich, .text, .broken') !== null;
  return shadowRoot.querySelector('.text, .files, .broken, .deleted, .mail, .note, .bubble') !== null;
};

let shown = 0;

const properties = [
  'color', 'font-family', 'font-size', 'font-style', 'font-weight', 'font-variant-caps', 'font-stretch', 'font-feature-settings', 'line-height', 'letter-spacing', 'word-spacing', 'text-align',
  'text-transform', 'text-indent', 'text-shadow', 'white-space', 'word-break', 'overflow-wrap', 'hyphens', 'cursor', 'list-style-type', 'quotes', 'tab-size', 'user-select', '-webkit-text-fill-color',
  'caret-color', 'accent-color', 'border-collapse', 'border-top-width', 'padding-left', 'margin-top', 'background-color', 'display', 'box-sizing', 'text-decoration-line', 'float',
];

export async function show(file) {
  globalThis.lastDesk = file;
  const id = `k${++shown}`;
  const conversations = file.conversations.map((each) => ({...each, id: each.id === 'k' ? id : `${each.id}-${shown}`}));
  inbox.adapter = createMemoryAdapter({data: {...file, conversations}, live: false});
  const count = conversations[0].messages.length;
  await until(() => inbox.currentInbox?.state.session !== undefined && [...all()].some((element) => element.matches(`.row[data-id="${id}"]`)));
  inbox.conversationId = id;
  await until(() => messages().length >= Math.min(50, count) && messages().every(isThere));
  await frame();
  return messages().length;
}

const events = ['mouseover', 'mouseenter', 'mousemove', 'mousedown', 'mouseup', 'click', 'dblclick', 'pointerenter', 'pointerdown', 'focus', 'focusin', 'blur', 'keydown', 'keyup', 'input', 'change', 'toggle', 'animationstart', 'animationend', 'transitionend', 'load', 'error', 'scroll', 'wheel', 'dragstart', 'copy', 'paste', 'beforeinput', 'contextmenu'];

function provoke(elements) {
  for (const element of elements) {
    for (const type of events) element.dispatchEvent(new Event(type, {bubbles: true, composed: false, cancelable: true}));
    if (element.localName === 'a' && !element.hasAttribute('download') && /^(javascript|data|vbscript):/i.test(element.getAttribute('href')?.trim() ?? '')) ran.push(`link ${element.getAttribute('href')}`);
  }
}

const desk = (globalThis.desk = {
  show,
  violations: () => violations.splice(0),

  /** Sends all events to what came of the payloads, puts them where an agent writes, and tells what ran. */
  async provoke(texts) {
    // Our own buttons are left alone: it is about what stands between them.
    const ours = (element) => element.closest('button, input, select') && element.getRootNode().host?.localName !== 'div';
    provoke([...all()].filter((element) => !ours(element) && (element.getRootNode().host?.closest?.('.sheet') || element.matches('.rich *, .text *, .quote *, .name, bdi, .truncate, .tag, .rich, .row-name, .preview, h1, h2, h3, a'))));
    const field = [...all()].find(({localName}) => localName === 'textarea');
    for (const text of texts) {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', text);
      clipboardData.setData('text/plain', text);
      field?.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true, composed: true, cancelable: true}));
    }
    if (field) {
      field.value = texts.join('\n');
      field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
      await frame();
      field.value = '';
      field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    }
    await new Promise((done) => setTimeout(done, 120));
    return ran.splice(0);
  },

  /** Which of the payloads run when they are put raw into a shadow tree: proof that running is seen. */
  async raw(payloads) {
    const hits = new Set();
    const frames = payloads.map(({id, payload}) => {
      const box = document.createElement('iframe');
      box.setAttribute('sandbox', 'allow-scripts allow-same-origin');
      document.body.append(box);
      const view = box.contentWindow;
      for (const name of ['alert', 'confirm', 'prompt', 'print']) view[name] = () => void hits.add(id);
      const host = view.document.createElement('div');
      view.document.body.append(host);
      const root = host.attachShadow({mode: 'open'});
      root.innerHTML = payload;
      return {box, view, root};
    });
    await new Promise((done) => setTimeout(done, 150));
    for (const {view, root} of frames) {
      try {
        for (const element of root.querySelectorAll('*')) {
          for (const type of events) element.dispatchEvent(new view.Event(type, {bubbles: true, cancelable: true}));
          if (element.localName === 'a' || element.localName === 'button' || element.localName === 'input') element.click();
          element.focus?.();
        }
      } catch {
        // It has gone elsewhere by itself.
      }
    }
    await new Promise((done) => setTimeout(done, 350));
    for (const {box} of frames) box.remove();
    return [...hits];
  },

  /** Active addresses of all links in messages, as this page reads them; one that is not whole, or another in other pages, as it is written. */
  links: () => messages().flatMap((message) => [...all(message.shadowRoot)]).filter((element) => element.localName === 'a' && !element.hasAttribute('download')).map((link) => [link.getAttribute('href'), link.href, link.rel, link.target]).filter(([href]) => href !== null).map(([href, at, ...about]) => [URL.canParse(href) && new URL(href).href === at ? at : href, ...about]),

  press(name) {
    const buttons = [...all()].filter((element) => element.localName === 'button' && element.textContent.trim() === name);
    for (const button of buttons) button.click();
    return buttons.length;
  },

  /** When no picture waits for an agent's word any more, and each has been asked for. */
  async picturesAsked() {
    const waits = () => [...all()].some((element) => element.localName === 'button' && element.textContent.trim() === 'Show once');
    const images = () => messages().flatMap(({shadowRoot}) => [...all(shadowRoot)]).filter(({localName}) => localName === 'img');
    await until(() => !waits());
    await desk.settled();
    await until(() => images().every(({complete, loading}) => complete || loading === 'lazy'));
  },

  /** When what is shown has been drawn a few times and stands where it stood: what is high gets its button after it was drawn once. */
  async settled() {
    const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const places = () => messages().map((message) => message.getBoundingClientRect()).map(({top, height}) => `${top} ${height}`).join();
    for (let same = 0, before = ''; same < 3; ) {
      await drawn();
      const now = places();
      same = now === before ? same + 1 : 0;
      before = now;
    }
  },

  /** Boxes of mails as they are seen: [left, top, right, bottom] in px. */
  boxes: () =>
    sheets().map((sheet) => {
      const {left, top, right, bottom} = sheet.getBoundingClientRect();
      return [left, top, right, bottom];
    }),

  /** Takes what mails paint away, or back: what changes outside of their boxes was painted there by them. */
  setPainted(isPainted) {
    for (const sheet of sheets()) {
      const body = sheet.shadowRoot.querySelector('body');
      if (isPainted) sheet.shadowRoot.append(body ?? sheet.taken);
      else {
        sheet.style.setProperty('block-size', `${sheet.getBoundingClientRect().height}px`);
        sheet.taken = body;
        body.remove();
      }
    }
  },

  /** Where things stand that come after names: [what, left, width]. */
  neighbours: () =>
    [...all()]
      .filter((element) => element.matches('time, .size, .count, .tag, .address, .icon, .sentiment, .channel') && element.checkVisibility())
      .map((element) => {
        const {left, width} = element.getBoundingClientRect();
        return [`${element.localName}.${element.getAttribute('class')}`, left, width];
      }),

  /** Words of the first message, as text. */
  words: () => messages()[0].shadowRoot.querySelector('.text').textContent,

  /** Names of files, without what is cut away. */
  endings: () =>
    messages().flatMap((message) => [...message.shadowRoot.querySelectorAll('.file .name')]).map((name) => {
      const end = name.lastElementChild;
      const [box, around] = [end.getBoundingClientRect(), name.closest('.file').getBoundingClientRect()];
      return end.scrollWidth <= end.clientWidth + 1 && box.width > 0 && box.right <= around.right && box.left >= around.left ? end.textContent : `${end.textContent}, cut off`;
    }),

  /**
   * Opens the conversation `big` of a desk, marks `open`, unfolds all of it, marks `unfold`, and marks `whole` when it is whole or for as long as that
   * may be watched. Answers how many nodes are there then.
   */
  async unfold(file, patienceMs) {
    await show(file);
    // What was begun in the conversation before.
    await new Promise((done) => setTimeout(done, 200));
    performance.mark('open');
    inbox.conversationId = `big-${shown}`;
    await until(() => messages().length === 1 && messages()[0].message?.conversationId === inbox.conversationId && isThere(messages()[0]));
    await desk.settled();
    const [message] = messages();
    const buttons = [...all(message.shadowRoot)].filter((element) => element.localName === 'button' && element.textContent.trim() === 'Show all');
    // A task of its own: it was ours that looked for the button.
    await frame();
    const end = performance.now() + patienceMs;
    performance.mark('unfold');
    for (const button of buttons) button.click();
    let height;
    do {
      height = message.offsetHeight;
      await new Promise((done) => setTimeout(done, 400));
    } while (message.offsetHeight !== height && performance.now() < end);
    performance.mark('whole');
    return [...all(message.shadowRoot)].length;
  },

  /** Puts a style sheet of the host's in the page, in the place of the one before. */
  dress(css) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  },

  /** Computed styles of some of our parts, by part and property. */
  styles() {
    const parts = ['.row[data-id]', '.row-name', 'loop-thread', '.bubble', '.bubble .text', '.note', '.label', '.mail', '.mail-body', 'textarea', '.button--primary', '.icon', '.avatar', 'time', '.head'];
    const found = {};
    for (const part of parts) {
      const element = [...all()].find((each) => each !== inbox && each.getRootNode() !== document && each.matches(part));
      if (!element) continue;
      const style = getComputedStyle(element);
      for (const property of properties) found[`${part} ${property}`] = style.getPropertyValue(property);
    }
    return found;
  },

  write() {
    [...all()].find(({localName}) => localName === 'textarea').focus();
  },

  written: () => [...all()].find(({localName}) => localName === 'textarea').value,

  /** How the words of each mail look: [words, colour, size] of each stretch. */
  looks: () =>
    sheets().map((sheet) => {
      const body = sheet.shadowRoot.querySelector('body');
      return stretches(body, globalThis);
    }),

  /** The same of mails as a page of their own would show them, for two different surroundings: what differs is not the mail's to say. */
  async reference(htmls, width) {
    const looks = [];
    for (const html of htmls) {
      const both = [];
      for (const around of ['color: rgb(1, 2, 3); font: 14px/20px serif', 'color: rgb(4, 5, 6); font: 19px/30px serif']) {
        const box = document.createElement('iframe');
        box.setAttribute('sandbox', 'allow-same-origin');
        box.style.cssText = `inline-size: ${width}px; block-size: 600px; border: 0`;
        box.srcdoc = html;
        const loaded = new Promise((done) => box.addEventListener('load', done, {once: true}));
        document.body.append(box);
        await loaded;
        const view = box.contentWindow;
        const sheet = new view.CSSStyleSheet();
        sheet.replaceSync(`:where(html) { ${around} }`);
        view.document.adoptedStyleSheets = [sheet];
        view.document.documentElement.style.cssText += around;
        both.push(stretches(view.document.body, view));
        box.remove();
      }
      looks.push(both);
    }
    return looks;
  },
});

function stretches(body, view) {
  const found = [];
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const words = walker.currentNode.textContent.replace(/\s+/g, ' ').trim();
    const parent = walker.currentNode.parentElement;
    if (!words || parent.closest('style, script, title, noscript, template, object, svg, math, textarea, select, button, [data-host]')) continue;
    // Unfilled addresses of templates lead nowhere here; the colour of links is the browser's unless the mail says another.
    const link = parent.closest('a');
    const isDead = link && view !== globalThis && !/^(https?|mailto|tel):/i.test(link.getAttribute('href') ?? '');
    if (isDead || (view !== globalThis && view.getComputedStyle(parent).color === 'rgb(0, 0, 238)')) continue;
    const {color, fontSize} = view.getComputedStyle(parent);
    found.push([words, color, fontSize]);
  }
  return found;
}
