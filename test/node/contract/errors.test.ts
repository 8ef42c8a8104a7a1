import {describe, expect, it} from 'vitest';
import {AdapterError, type AdapterErrorInit} from '../../../src/contract/index.js';

const inits: readonly (AdapterErrorInit & {readonly applies: 'no' | 'maybe'; readonly retries: boolean})[] = [
  {code: 'auth', message: 'signed out', applies: 'no', retries: false},
  {code: 'forbidden', message: 'no', applies: 'no', retries: false},
  {code: 'not-found', message: 'gone', applies: 'no', retries: false},
  {code: 'validation', message: 'empty', issues: [{path: 'body', message: 'is empty'}], applies: 'no', retries: false},
  {code: 'conflict', message: 'changed', reason: 'version', applies: 'no', retries: false},
  {code: 'rate-limited', message: 'slower', applies: 'no', retries: true},
  {code: 'network', message: 'lost', applies: 'maybe', retries: true},
  {code: 'unavailable', message: 'down', applies: 'maybe', retries: true},
  {code: 'unsupported', message: 'no such thing', feature: 'filter.topic', applies: 'no', retries: false},
  {code: 'protocol', message: 'HTML', applies: 'maybe', retries: false},
];

describe('AdapterError', () => {
  for (const {applies, retries, ...init} of inits) {
    it(`says of ${init.code} that the write is applied '${applies}' and that it is ${retries ? '' : 'not '}worth another try`, () => {
      const error = new AdapterError(init);
      expect([error.code, error.applied, error.retryable, error.message]).toEqual([init.code, applies, retries, init.message]);
    });
  }

  it('takes the word of the adapter on whether a write was applied', () => {
    expect(new AdapterError({code: 'network', message: 'offline', applied: 'no'}).applied).toBe('no');
    expect(new AdapterError({code: 'rate-limited', message: 'late', applied: 'maybe'}).applied).toBe('maybe');
  });

  it('tells how long the backend asks to wait, where it does', () => {
    expect(new AdapterError({code: 'rate-limited', message: 'slower', retryAfterMs: 2_000}).retryAfterMs).toBe(2_000);
    expect(new AdapterError({code: 'unavailable', message: 'down', retryAfterMs: 500}).retryAfterMs).toBe(500);
    expect(new AdapterError({code: 'network', message: 'lost'}).retryAfterMs).toBeUndefined();
  });

  it('is an Error with a name, a stack and the cause it was given', () => {
    const cause = new TypeError('failed to fetch');
    const error = new AdapterError({code: 'network', message: 'lost', cause});
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('AdapterError');
    expect(error.stack).toContain('lost');
    expect(error.cause).toBe(cause);
    expect('cause' in new AdapterError({code: 'network', message: 'lost'})).toBe(false);
  });

  it('is known across two copies of the package', () => {
    const fromElsewhere = {[Symbol.for('loop-inbox/adapter-error')]: true, code: 'network'};
    expect(AdapterError.is(fromElsewhere)).toBe(true);
    expect(AdapterError.is(new AdapterError({code: 'network', message: 'lost'}))).toBe(true);
  });

  it('is told from everything else that can be thrown', () => {
    for (const other of [new Error('lost'), {code: 'network'}, 'network', null, undefined, 7]) {
      expect(AdapterError.is(other)).toBe(false);
    }
  });
});
