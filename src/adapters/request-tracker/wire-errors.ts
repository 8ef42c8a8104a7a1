import {AdapterError, type Clock} from '../../contract/index.js';

/** Request Tracker sends a browser whose token it does not know to its login page, and everybody else a 401. */
export const isUnauthorized = ({status, type}: Response): boolean =>
  status === 401 || type === 'opaqueredirect' || (status >= 300 && status < 400);

export const closedError = (applied: 'no' | 'maybe' = 'no'): AdapterError =>
  new AdapterError({code: 'network', applied, message: 'The session is closed'});

/** @param what method and path, without the query: that holds what an agent searches for. */
export function errorOf(response: Response, what: string, clock: Clock): AdapterError {
  const {status} = response;
  const about = {status, message: `Request Tracker answered ${status} to ${what}`};
  switch (status) {
    case 403:
      return new AdapterError({code: 'forbidden', ...about});
    case 404:
    case 410:
      return new AdapterError({code: 'not-found', ...about});
    case 409:
    case 412:
      return new AdapterError({code: 'conflict', reason: 'version', ...about});
    case 429:
      return new AdapterError({code: 'rate-limited', retryAfterMs: retryAfterMs(response, clock), ...about});
    case 503: {
      const wait = retryAfterMs(response, clock);
      // With a time to wait it is a gate that speaks, before Request Tracker has seen anything.
      return new AdapterError({code: 'unavailable', retryAfterMs: wait, applied: wait === undefined ? 'maybe' : 'no', ...about});
    }
    default:
      if (status >= 500) return new AdapterError({code: 'unavailable', ...about});
      if (status < 400) return new AdapterError({code: 'protocol', ...about});
      return new AdapterError({code: 'validation', issues: [{path: 'request', message: about.message}], ...about});
  }
}

function retryAfterMs({headers}: Response, clock: Clock): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1_000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - clock.now());
}

/** The same error for a call whose write went through before: what followed it failed. */
export function afterWrite(error: unknown): unknown {
  if (!AdapterError.is(error)) return error;
  return new AdapterError({...error.init, applied: 'maybe', cause: error});
}
