import type {CallOptions, Clock} from './calls.js';

/** The platform's own time, in pages and in Node. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms: number, {signal}: CallOptions = {}) =>
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
