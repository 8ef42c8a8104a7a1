import {expect, fixture, html} from '@open-wc/testing';
import {render} from 'lit';
import {repeat} from '../../../src/internal/repeat.js';

/** A place in a page for lists, and what stands in it. */
async function place() {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  const show = (keys: readonly string[]) => render(html`<i></i>${repeat(keys, (key) => key, (key, index) => html`<p data-key=${key}>${key}${index}</p>`)}<b></b>`, host);
  const items = () => [...host.querySelectorAll('p')];
  return {
    host,
    show,
    items,
    texts: () => items().map(({textContent}) => textContent),
    comments: () => {
      const all = document.createTreeWalker(host, NodeFilter.SHOW_COMMENT);
      let count = 0;
      while (all.nextNode()) count++;
      return count;
    },
  };
}

const wordsOf = (keys: readonly string[]) => keys.map((key, index) => `${key}${index}`);

/** The same numbers in [0, 1) each time. */
function chance(): () => number {
  let state = 1;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

describe('repeat', () => {
  it('shows each list in its order, with the same element for the same key', async () => {
    const random = chance();
    const {show, items, texts} = await place();
    const letters = [...'abcdefghijkl'];
    let before = new Map<string, Element>();
    for (let time = 0; time < 500; time++) {
      const keys = letters.filter(() => random() < 0.6).sort(() => random() - 0.5);
      show(keys);
      expect(texts()).to.deep.equal(wordsOf(keys));
      const now = new Map(items().map((item) => [item.dataset.key!, item]));
      for (const [key, item] of now) if (before.has(key)) expect(item).to.equal(before.get(key));
      before = now;
    }
  });

  it('leaves nothing in the page of what has gone', async () => {
    const {show, comments, host} = await place();
    show(['a', 'b', 'c']);
    const [marks, nodes] = [comments(), host.childNodes.length];
    for (let time = 0; time < 100; time++) show([`a${time}`, `b${time}`, `c${time}`]);
    show([]);
    show(['a', 'b', 'c']);
    expect([comments(), host.childNodes.length]).to.deep.equal([marks, nodes]);
  });

  for (const [what, to] of [
    ['up', [...'eabcdfgh']],
    ['down', [...'bcdeafgh']],
  ] as const) {
    it(`moves one that goes ${what} alone, so that the focus and the place of the others stay`, async () => {
      const {host, show, items} = await place();
      show([...'abcdefgh']);
      const moved = new Set<string>();
      const observer = new MutationObserver((records) => {
        for (const {addedNodes} of records) for (const node of addedNodes) if (node instanceof HTMLElement) moved.add(node.dataset.key!);
      });
      observer.observe(host, {childList: true});
      show(to);
      await Promise.resolve();
      observer.disconnect();
      expect([...moved]).to.deep.equal([what === 'up' ? 'e' : 'a']);
      expect(items().map(({dataset}) => dataset.key)).to.deep.equal([...to]);
    });
  }

  it('shows a key that is there twice twice', async () => {
    const {show, texts} = await place();
    for (const keys of [['a', 'a', 'b'], ['b', 'a', 'a'], ['a'], ['c', 'c']]) {
      show(keys);
      expect(texts()).to.deep.equal(wordsOf(keys));
    }
  });
});
