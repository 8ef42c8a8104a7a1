import {array, fallback, lazy, object, optional, picklist, safeParse, string} from 'valibot';
import {
  AdapterError,
  type AdapterErrorInit,
  type Clock,
  type Contact,
  type Conversation,
  type Message,
  type ValidationIssue,
} from '../../../contract/index.js';
import {conversation, isAction} from '../shapes/conversation.js';
import {message} from '../shapes/message.js';
import {contact} from '../shapes/people.js';
import {count, fields, record, text, type Shape} from '../shapes/values.js';

const word = fallback(optional(string()), undefined);

const issue = record<ValidationIssue>({path: text, message: text, rule: optional(text)});

/** By what only that kind of record has: half a conversation must not pass for a contact. */
const current = lazy((value): Shape<Conversation | Message | Contact> => {
  if (typeof value !== 'object' || value === null) return contact;
  return 'channel' in value || 'state' in value ? conversation : 'order' in value || 'kind' in value ? message : contact;
});

/** `application/problem+json` (RFC 9457) with our members. What is not as it should be counts as absent: it is an error already. */
const problem = object(fields({
  title: word,
  detail: word,
  requestId: word,
  code: fallback(
    optional(
      picklist([
        'auth',
        'forbidden',
        'not-found',
        'validation',
        'conflict',
        'rate-limited',
        'unavailable',
        'unsupported',
        'protocol',
      ]),
    ),
    undefined,
  ),
  applied: fallback(optional(picklist(['no', 'maybe'])), undefined),
  reason: word,
  action: word,
  what: word,
  feature: word,
  scope: word,
  issues: fallback(optional(array(issue)), undefined),
  retryAfterMs: fallback(optional(count), undefined),
  current: fallback(optional(current), undefined),
}));

/** A refusal as it was answered. */
export interface Refusal {
  readonly status: number;
  readonly headers: Headers;
  /** The body, if it is JSON. */
  readonly body: unknown;
}

/** @param what method and path, without the query: that holds what an agent searches for. */
export function errorOf({status, headers, body}: Refusal, what: string, clock: Clock): AdapterError {
  const parsed = safeParse(problem, body);
  const told = parsed.success ? parsed.output : {};
  const about = {
    message: told.detail ?? told.title ?? `${what} was answered with status ${status}`,
    applied: told.applied,
    status,
    requestId: told.requestId ?? headers.get('x-request-id') ?? undefined,
  };
  const retryAfterMs = told.retryAfterMs ?? retryAfter(headers, clock);
  switch (told.code ?? codeOf(status, retryAfterMs)) {
    case 'auth':
      return new AdapterError({...about, code: 'auth', reason: oneOf(['missing', 'expired', 'revoked'], told.reason)});
    case 'forbidden':
      return new AdapterError({...about, code: 'forbidden', action: told.action !== undefined && isAction(told.action) ? told.action : undefined});
    case 'not-found':
      return new AdapterError({...about, code: 'not-found', what: told.what});
    case 'validation':
      return new AdapterError({...about, code: 'validation', issues: told.issues?.length ? told.issues : [{path: 'request', message: about.message}]});
    case 'conflict': {
      const reason = oneOf(['version', 'stale-reply', 'client-id-reused'], told.reason) ?? 'version';
      return new AdapterError({...about, code: 'conflict', reason, current: told.current});
    }
    case 'rate-limited':
      return new AdapterError({...about, code: 'rate-limited', retryAfterMs, scope: told.scope});
    case 'unsupported':
      return new AdapterError({...about, code: 'unsupported', feature: told.feature ?? what});
    case 'protocol':
      return new AdapterError({...about, code: 'protocol', detail: what});
    case 'unavailable': {
      // With a time to wait it is a gate that speaks, before anything was done.
      const applied = about.applied ?? (status === 503 && retryAfterMs !== undefined ? 'no' : 'maybe');
      return new AdapterError({...about, code: 'unavailable', applied, retryAfterMs});
    }
  }
}

/** What a status means where nobody says more: a proxy on the way, for one, knows nothing of this protocol. */
function codeOf(status: number, retryAfterMs: number | undefined): Exclude<AdapterErrorInit['code'], 'network'> {
  switch (status) {
    case 401:
      return 'auth';
    case 403:
      return 'forbidden';
    case 404:
    case 410:
      return 'not-found';
    case 405:
    case 501:
      return 'unsupported';
    case 408:
    case 425:
      return 'unavailable';
    case 409:
      // A request with this Idempotency-Key is still under way.
      return retryAfterMs === undefined ? 'conflict' : 'unavailable';
    case 412:
      return 'conflict';
    case 429:
      return 'rate-limited';
    default:
      if (status >= 500) return 'unavailable';
      return status >= 400 ? 'validation' : 'protocol';
  }
}

/** From either form of Retry-After: seconds or a date. */
function retryAfter(headers: Headers, clock: Clock): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  // A proxy may have added its own: '3, 3'. Dates begin with the name of a day.
  const seconds = /^\d+/.exec(value)?.[0];
  if (seconds !== undefined) return Number(seconds) * 1_000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - clock.now());
}

const oneOf = <const T extends string>(words: readonly T[], value: string | undefined): T | undefined =>
  words.find((one) => one === value);

/** The error of one entry of a bulk answer. */
export const errorIn = (body: unknown, what: string, clock: Clock): AdapterError => {
  const told: unknown = typeof body === 'object' && body !== null && 'status' in body ? body.status : undefined;
  return errorOf({status: typeof told === 'number' ? told : 400, headers: new Headers(), body}, what, clock);
};
