import {expect, fixture, html} from '@open-wc/testing';
import {css, LitElement} from 'lit';
import {LatePart, lateStyles} from '../../../src/internal/late.js';

/** A part whose file comes, or fails, when the test says so. */
function partInHand<T>(name = 'A part') {
  const asked: {come: (value: T) => void; fail: (error: Error) => void}[] = [];
  const part = new LatePart<T>(name, () => new Promise((come, fail) => asked.push({come, fail})));
  return {part, asked};
}

describe('LatePart', () => {
  it('loads once, however often it is asked for', async () => {
    const {part, asked} = partInHand<string>();
    const both = Promise.all([part.load(), part.load()]);
    asked[0]!.come('here');
    expect(await both).to.deep.equal(['here', 'here']);
    expect(await part.load()).to.equal('here');
    expect([asked.length, part.value]).to.deep.equal([1, 'here']);
  });

  it('renders those again who render without it', async () => {
    const {part, asked} = partInHand<string>();
    const seen: (string | undefined)[] = [];
    const host = {requestUpdate: () => void seen.push(part.for(host))};
    expect(part.for(host)).to.equal(undefined);
    asked[0]!.come('here');
    await part.load();
    await Promise.resolve();
    expect(seen).to.deep.equal(['here']);
  });

  it('says once what could not be loaded; renders do not ask again, whoever needs it may', async () => {
    const {part, asked} = partInHand<string>('The part of this test');
    const told: string[] = [];
    const {warn} = console;
    console.warn = (text: string) => told.push(text);
    try {
      for (let time = 0; time < 2; time++) {
        const loading = part.load();
        asked[time]!.fail(new Error('no network'));
        expect(await loading).to.equal(undefined);
        expect(part.for({requestUpdate: () => undefined})).to.equal(undefined);
      }
    } finally {
      console.warn = warn;
    }
    expect(told).to.deep.equal(['Loop Inbox: The part of this test could not be loaded: Error: no network']);
    expect(asked.length).to.equal(2);
    const again = part.load();
    asked[2]!.come('at last');
    expect(await again).to.equal('at last');
  });
});

describe('lateStyles', () => {
  it('keep their place among the styles of every element that adopts them', async () => {
    const {part, asked} = partInHand<{readonly styles: ReturnType<typeof css>}>();
    class Styled extends LitElement {
      static override styles = [css`b { color: red; }`, lateStyles(part), css`b { background: red; }`];
      protected override render() {
        return html`<b>Words</b>`;
      }
    }
    customElements.define('test-late-styles', Styled);
    expect(asked.length, 'not before an element is there').to.equal(0);
    const element = await fixture<Styled>(html`<test-late-styles></test-late-styles>`);
    const bold = element.shadowRoot!.querySelector('b')!;
    expect(getComputedStyle(bold).color).to.equal('rgb(255, 0, 0)');
    asked[0]!.come({styles: css`b { color: blue; background: blue; }`});
    await part.load();
    await Promise.resolve();
    expect([getComputedStyle(bold).color, getComputedStyle(bold).backgroundColor]).to.deep.equal(['rgb(0, 0, 255)', 'rgb(255, 0, 0)']);
  });
});
