import {AdapterError, type AdapterErrorInit} from '../../../src/contract/index.js';

const statuses: Readonly<Record<AdapterErrorInit['code'], number>> = {
  auth: 401,
  forbidden: 403,
  'not-found': 404,
  validation: 422,
  conflict: 409,
  'rate-limited': 429,
  network: 502,
  unavailable: 503,
  unsupported: 422,
  protocol: 500,
};

function statusOf(init: AdapterErrorInit): number {
  if (init.status !== undefined) return init.status;
  if (init.code !== 'conflict') return statuses[init.code];
  return init.reason === 'version' ? 412 : init.reason === 'client-id-reused' ? 422 : 409;
}

/** An error of the contract as a problem of RFC 9457. Its message is for people; what a program needs has a key of its own. */
export function problemOf(error: AdapterError, requestId: string): Response {
  const {message, cause: _kept, status: _given, requestId: _other, ...facts} = error.init;
  const status = statusOf(error.init);
  const body = {
    type: `urn:loop-inbox:problem:${error.code}`,
    title: titles[error.code],
    status,
    detail: message,
    requestId,
    ...facts,
    applied: error.applied,
  };
  const headers = new Headers({'content-type': 'application/problem+json', 'cache-control': 'no-store'});
  const {retryAfterMs} = error;
  if (retryAfterMs !== undefined) headers.set('retry-after', String(Math.ceil(retryAfterMs / 1_000)));
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  return new Response(JSON.stringify(body), {status, headers});
}

const titles: Readonly<Record<AdapterErrorInit['code'], string>> = {
  auth: 'Sign in',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  validation: 'Not valid',
  conflict: 'In conflict with what is there',
  'rate-limited': 'Too many calls',
  network: 'A network failed',
  unavailable: 'Not available at the moment',
  unsupported: 'Not offered',
  protocol: 'Failed',
};

/** Lost connections and a database that is stopping or full come back: worth another try. */
const passing = /^(08|53|57P|58)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/;

/** What went wrong inside is logged, not told. */
export function failureOf(error: unknown): AdapterError {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && passing.test(code)) {
    return new AdapterError({code: 'unavailable', message: 'The database cannot be reached', retryAfterMs: 2_000});
  }
  return new AdapterError({code: 'unavailable', status: 500, message: 'Something went wrong in the server'});
}
