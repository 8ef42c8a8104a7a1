import {AdapterError, type Action, type Contact, type Conversation, type Message} from '../../src/contract/index.js';

/** The errors of the contract are those of the server: the wire only writes them down. */
export const notFound = (what: string): AdapterError => new AdapterError({code: 'not-found', what, message: `No such ${what}`});

export const invalid = (path: string, message: string, rule?: string): AdapterError =>
  new AdapterError({code: 'validation', message: `${path}: ${message}`, issues: [{path, message, rule}]});

export const conflict = (
  reason: 'version' | 'stale-reply' | 'client-id-reused',
  message: string,
  current?: Conversation | Contact | Message,
): AdapterError => new AdapterError({code: 'conflict', reason, message, current});

export const forbidden = (message: string, action?: Action): AdapterError => new AdapterError({code: 'forbidden', action, message});

export const unsupported = (feature: string): AdapterError =>
  new AdapterError({code: 'unsupported', feature, message: `Not offered: ${feature}`});

export const signedOut = (reason: 'missing' | 'expired' | 'revoked', message: string): AdapterError =>
  new AdapterError({code: 'auth', reason, message});

export const tooMany = (retryAfterMs: number, message: string): AdapterError => new AdapterError({code: 'rate-limited', retryAfterMs, message});
