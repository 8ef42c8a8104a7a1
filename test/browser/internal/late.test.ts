import {expect, fixture, html} from '@open-wc/testing';
import {css, LitElement} from 'lit';
import {codeOf, LatePart, lateStyles} from '../../../src/internal/late.js';
import {until} from '../../support/until.js';

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

  it('says once what could not be loaded, asks for it again, and renders those again who wait', async () => {
    const {part, asked} = partInHand<string>('The part of this test');
    const told: string[] = [];
    const {warn} = console;
    console.warn = (text: string) => told.push(text);
    const seen: (string | undefined)[] = [];
    const host = {requestUpdate: () => void seen.push(part.value)};
    try {
      expect(part.for(host)).to.equal(undefined);
      const loading = part.load();
      for (let time = 0; time < 2; time++) {
        await until(() => asked.length > time);
        asked[time]!.fail(new Error('no network'));
      }
      await until(() => asked.length > 2);
      expect([part.value, ...seen]).to.deep.equal([undefined]);
      asked[2]!.come('at last');
      expect(await loading).to.equal('at last');
    } finally {
      console.warn = warn;
    }
    await Promise.resolve();
    expect(seen).to.deep.equal(['at last']);
    expect(told).to.deep.equal(['Loop Inbox: The part of this test could not be loaded: Error: no network']);
  });
});

describe('codeOf', () => {
  it('is undefined when the file did not come, and asks again the next time', async () => {
    const {warn} = console;
    console.warn = () => undefined;
    try {
      let times = 0;
      const load = async () => {
        if (times++ === 0) throw new Error('no network');
        return 'here';
      };
      expect(await codeOf('A dialog', load)).to.equal(undefined);
      expect(await codeOf('A dialog', load)).to.equal('here');
    } finally {
      console.warn = warn;
    }
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
