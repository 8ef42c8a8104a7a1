import type {CallOptions, Clock} from '../../contract/index.js';

/** The browser's time. */
export const browserClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, {signal}: CallOptions = {}) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      const abort = () => {
        clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', abort);
        resolve();
      }, ms);
      signal?.addEventListener('abort', abort, {once: true});
    }),
};
