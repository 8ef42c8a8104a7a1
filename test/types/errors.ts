import {AdapterError, type AdapterErrorInit} from '../../src/contract/index.js';

new AdapterError({code: 'network', message: 'lost', applied: 'maybe'});

// @ts-expect-error there is no such code
new AdapterError({code: 'timeout', message: 'late'});
// @ts-expect-error `issues` say what is wrong
new AdapterError({code: 'validation', message: 'wrong'});
// @ts-expect-error a conflict has a reason
new AdapterError({code: 'conflict', message: 'changed'});
// @ts-expect-error `applied` is 'no' or 'maybe': nobody is sure that a failed write went through
new AdapterError({code: 'network', message: 'lost', applied: 'yes'});
// @ts-expect-error only a backend that asks to wait says how long
new AdapterError({code: 'forbidden', message: 'no', retryAfterMs: 1_000});

/** `is` narrows what was caught, and `code` narrows the details. */
export function reasonOf(error: unknown): string | undefined {
  if (!AdapterError.is(error)) return undefined;
  return error.init.code === 'conflict' ? error.init.reason : error.code;
}

/** Every code is met. */
export function sentence(init: AdapterErrorInit): string {
  switch (init.code) {
    case 'auth':
      return init.reason ?? 'signed out';
    case 'forbidden':
      return init.action ?? 'not allowed';
    case 'not-found':
      return init.what ?? 'gone';
    case 'validation':
      return init.issues.map(({path}) => path).join();
    case 'conflict':
      return init.reason;
    case 'rate-limited':
    case 'unavailable':
      return `${init.retryAfterMs ?? 0}`;
    case 'network':
      return 'lost';
    case 'unsupported':
      return init.feature;
    case 'protocol':
      return init.detail ?? '';
    default:
      return init satisfies never;
  }
}
