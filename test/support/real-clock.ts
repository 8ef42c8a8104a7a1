import type {CallOptions, Clock} from '../../src/contract/index.js';

/** The platform's own time, for suites that try a backend as it is. */
export const realClock: Clock = {
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
