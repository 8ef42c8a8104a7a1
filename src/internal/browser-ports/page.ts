import type {PageEvent, PagePort} from '../../store/ports.js';

const windowEvents = ['online', 'offline', 'pagehide', 'pageshow', 'focus'] as const satisfies readonly PageEvent[];

export const browserPage: PagePort = {
  online: () => navigator.onLine,
  visible: () => document.visibilityState === 'visible',
  subscribe(listener) {
    const ending = new AbortController();
    const options = {signal: ending.signal};
    for (const name of windowEvents) window.addEventListener(name, () => listener(name), options);
    document.addEventListener(
      'visibilitychange',
      () => listener(document.visibilityState === 'visible' ? 'visible' : 'hidden'),
      options,
    );
    return () => ending.abort();
  },
};
