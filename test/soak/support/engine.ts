import {openChromium} from './chromium.js';
import {openFirefox} from './firefox.js';
import {openWebKit} from './webkit.js';

/** A tab of a browser, as far as the tests of the long run need one. */
export interface Tab {
  /** What an expression gives in the page. */
  ask<T>(expression: string): Promise<T>;
  /** Real keys, one after the other; in WebKit what a key would do. */
  type(text: string): Promise<void>;
  press(key: 'Enter'): Promise<void>;
  /** A click on nothing: a page sounds only once its reader has touched it. */
  touch(): Promise<void>;
  /** Its process dies and says nothing: no `pagehide`, no promise kept. @returns the time (ms) at which it was told to */
  kill(): Promise<number>;
  /** Nothing runs in it for so long, as in a laptop that sleeps. @returns the time (ms) at which that began */
  freeze(ms: number): Promise<number>;
}

/** One profile of a browser; what it keeps outlives its tabs. */
export interface Engine {
  readonly name: string;
  /** Shows notifications. */
  readonly isWhole: boolean;
  /** The test fails at its end when the page complains of anything. */
  open(address: string): Promise<Tab>;
  /** All of it dies at once; with the next tab it is there again. */
  readonly killWhole?: () => Promise<number>;
}

/** The engine that was asked for, until the end of the test. @param origin may show notifications. */
export function openEngine(origin: string): Promise<Engine> {
  switch (process.env.LOOP_SOAK_ENGINE) {
    case 'firefox':
      return openFirefox();
    case 'webkit':
      return openWebKit(origin);
    default:
      return openChromium(origin);
  }
}
