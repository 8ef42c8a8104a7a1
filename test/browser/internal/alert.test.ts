import {expect} from '@open-wc/testing';
import {playSound} from '../../../src/internal/alert.js';

const {AudioContext} = globalThis;
const {start} = OscillatorNode.prototype;

describe('playSound', () => {
  let tones = 0;
  beforeEach(() => {
    tones = 0;
    OscillatorNode.prototype.start = function (...when) {
      tones++;
      start.apply(this, when);
    };
  });
  afterEach(() => {
    globalThis.AudioContext = AudioContext;
    OscillatorNode.prototype.start = start;
  });

  /** A browser that lets a page sound a moment after it is asked, or never. Counts what is given back to it. */
  function browserThatBegins(when: 'later' | 'never'): {readonly closed: number} {
    const counted = {closed: 0};
    globalThis.AudioContext = class extends AudioContext {
      #isRunning = false;

      override get state(): AudioContextState {
        return this.#isRunning ? 'running' : 'suspended';
      }

      override async resume(): Promise<void> {
        if (when === 'never') return new Promise(() => undefined);
        await new Promise((done) => setTimeout(done, 50));
        this.#isRunning = true;
      }

      override close(): Promise<void> {
        counted.closed++;
        return super.close();
      }
    };
    return counted;
  }

  it('sounds two tones where the browser begins a moment later, as Firefox and Safari do', async () => {
    browserThatBegins('later');
    await playSound();
    expect(tones).to.equal(2);
  });

  it('sounds nothing, also not later, where the page may not sound yet', async () => {
    const browser = browserThatBegins('never');
    await playSound();
    expect([tones, browser.closed]).to.deep.equal([0, 1]);
  });
});
