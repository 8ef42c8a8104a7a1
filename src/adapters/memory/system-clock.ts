import type {CallOptions, Clock} from '../../contract/index.js';

/** The platform's own time, for a desk that is acted on before anybody has brought a clock. */
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
