import {expect} from '@open-wc/testing';
import {until} from '../support/until.js';

/** Every element inside, in the shadow trees too. */
function* all(root: ParentNode): Generator<HTMLElement> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    yield element;
    if (element.shadowRoot) yield* all(element.shadowRoot);
  }
}

/** The page of a host that sends the documented Content-Security-Policy. */
async function openPage(): Promise<Window> {
  const frame = document.createElement('iframe');
  Object.assign(frame, {src: new URL('pages/strict.html', import.meta.url).href, width: '1400', height: '800'});
  document.body.append(frame);
  await until(() => frame.contentDocument?.querySelector('loop-inbox')?.shadowRoot, 'the inbox is there');
  return frame.contentWindow!;
}

const engine = /Firefox/.test(navigator.userAgent) ? 'Firefox' : /Chrome/.test(navigator.userAgent) ? 'Chromium' : 'WebKit';

describe('a page under the documented Content-Security-Policy', function () {
  this.timeout(60_000);

  it('reports nothing while an agent reads, writes and opens what there is', async () => {
    const page = await openPage();
    const {body} = page.document;
    const find = (selector: string) => [...all(body)].find((each) => each.matches(selector));
    const shows = (words: string) => until(() => [...all(body)].some((each) => each.childElementCount === 0 && each.textContent.includes(words)), `${words} is shown`);
    const press = async (button: HTMLElement) => {
      button.click();
      // What it opens may be loaded late, and is drawn a frame later.
      for (let frames = 0; frames < 3; frames++) await new Promise((done) => page.requestAnimationFrame(done));
    };
    await until(() => find('.row[data-id]'), 'there is a row');
    find('.row[data-id]')!.click();
    for (const words of ['In green, and large', 'A cell', 'With', 'For us']) await shows(words);

    const field = find('textarea') as HTMLTextAreaElement;
    field.value = 'With **marks** and :tada:';
    field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, composed: true, cancelable: true}));
    await until(() => field.value === '', 'the reply has left');

    // Pictures of strangers are the page's to allow: it reports those that an agent asks for.
    const pressed = new Set<string>();
    const isNew = (each: HTMLElement) => !pressed.has(nameOf(each)) && !/^(Show once|Always)/.test(nameOf(each));
    const next = () => [...all(body)].find((each) => each.matches('button:not([disabled]), summary') && each.checkVisibility() && isNew(each));
    for (let button = next(); button; button = next()) {
      pressed.add(nameOf(button));
      await press(button);
    }
    const {reports, thrown} = page;
    console.log(`S2       ${engine}: ${reports.length} reports of the documented policy after ${pressed.size} buttons, Trusted Types ${'trustedTypes' in page ? 'enforced' : 'unknown to it'}   [0]`);
    expect(pressed.size).to.be.greaterThan(25);
    expect(reports).to.deep.equal([]);
    expect(thrown).to.deep.equal([]);

    body.setAttribute('style', 'color: red');
    await until(() => reports.length === 1, 'what breaks the policy is reported');
    expect(reports[0]).to.match(/^style-src-attr/);
  });
});

const nameOf = (button: HTMLElement): string => (button.getAttribute('aria-label') ?? button.textContent).trim();
