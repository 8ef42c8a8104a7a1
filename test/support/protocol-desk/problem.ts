import {AdapterError, type AdapterErrorCode} from '../../../src/contract/index.js';

const statuses: Readonly<Record<AdapterErrorCode, number>> = {
  auth: 401,
  forbidden: 403,
  'not-found': 404,
  validation: 422,
  conflict: 409,
  'rate-limited': 429,
  network: 502,
  unavailable: 503,
  unsupported: 501,
  protocol: 500,
};

export const problemOf = (error: unknown): Readonly<Record<string, unknown>> => {
  if (!AdapterError.is(error)) return {title: String(error), status: 500};
  const {message, cause: _cause, code, ...more} = error.init;
  return {...more, title: message, detail: message, code, applied: error.applied, status: statuses[code]};
};

export const problem = (error: unknown): Response => {
  const body = problemOf(error);
  return new Response(JSON.stringify(body), {
    status: body['status'] as number,
    headers: {'content-type': 'application/problem+json'},
  });
};
