import {expect} from '@open-wc/testing';
import {define} from '../../../src/internal/define.js';

/** What the console is told while `act` runs. */
function told(act: () => void): string {
  const {warn} = console;
  const said: unknown[] = [];
  console.warn = (...words: unknown[]) => void said.push(...words);
  try {
    act();
  } finally {
    console.warn = warn;
  }
  return said.join('\n');
}

describe('define', () => {
  it('says which tag is somebody else’s', () => {
    customElements.define('loop-probe-taken', class extends HTMLElement {});
    const said = told(() => define('loop-probe-taken', class extends HTMLElement {}));
    expect(said).to.match(/^Loop Inbox: <loop-probe-taken> is already registered by something else on this page; version \S+ is not used\.$/);
  });

  it('says which tag a page’s own registry refuses, and the other elements go on', () => {
    const own = customElements.define.bind(customElements);
    customElements.define = (tag, ...rest) => {
      if (tag === 'loop-probe-refused') throw new DOMException('That name is ours', 'NotSupportedError');
      own(tag, ...rest);
    };
    const said = told(() => {
      define('loop-probe-refused', class extends HTMLElement {});
      define('loop-probe-next', class extends HTMLElement {});
    });
    Reflect.deleteProperty(customElements, 'define');
    expect(said).to.match(/^Loop Inbox: <loop-probe-refused> could not be registered: .*That name is ours$/);
    expect(customElements.get('loop-probe-next')).not.to.equal(undefined);
  });
});
