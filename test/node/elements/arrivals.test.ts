import {describe, expect, it} from 'vitest';
import {Arrivals} from '../../../src/elements/thread/arrivals.js';
import {FakeClock} from '../../support/fake-clock.js';

function listener() {
  const clock = new FakeClock();
  const heard: string[] = [];
  const arrivals = new Arrivals((text) => heard.push(text), (count) => `${count} new`);
  return {clock, heard, arrivals, add: (...all: readonly string[]) => all.forEach((words) => arrivals.add({clock, words}))};
}

describe('messages that arrive', () => {
  it('are said at once and whole when they come one by one', async () => {
    const {clock, heard, add} = listener();
    for (const words of ['one', 'two', 'three']) {
      add(words);
      expect(heard.at(-1)).toBe(words);
      await clock.advance(2_000);
    }
    expect(heard).toEqual(['one', 'two', 'three']);
  });

  it('are the first one and a number when fifty come together, each told once', async () => {
    const {clock, heard, add} = listener();
    add(...Array.from({length: 50}, (_, index) => `message ${index}`));
    await clock.advance(10_000);
    expect(heard).toEqual(['message 0', '49 new']);
  });

  it('are read out when only one followed', async () => {
    const {clock, heard, add} = listener();
    add('one', 'two');
    await clock.advance(10_000);
    expect(heard).toEqual(['one', 'two']);
  });

  it('are told of every two seconds at most while they keep coming', async () => {
    const {clock, heard, add} = listener();
    for (let index = 0; index < 40; index++) {
      add(`message ${index}`);
      await clock.advance(250);
    }
    await clock.advance(10_000);
    expect(heard.length).toBeLessThanOrEqual(7);
    const told = heard.reduce((sum, text) => sum + (/^(\d+) new$/.exec(text) ? parseInt(text, 10) : 1), 0);
    expect(told).toBe(40);
  });

  it('are not told of once the conversation is another', async () => {
    const {clock, heard, add, arrivals} = listener();
    add('one', 'two', 'three');
    arrivals.clear();
    await clock.advance(10_000);
    expect(heard).toEqual(['one']);
    add('elsewhere');
    expect(heard).toEqual(['one', 'elsewhere']);
  });
});
