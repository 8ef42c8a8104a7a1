import {describe, expect, it} from 'vitest';
import {defineAdapter, type AdapterContext, type SessionOf} from '../../../src/contract/index.js';

const context = {locale: 'en'} as AdapterContext;

describe('defineAdapter', () => {
  it('makes an adapter of contract 1 that carries its name and nothing of its features', () => {
    const adapter = defineAdapter({name: 'plain', features: [], connect: () => Promise.reject(new Error('not now'))});
    expect(adapter).toEqual({name: 'plain', contract: 1, connect: expect.any(Function) as unknown});
  });

  it('connects with the context and options it is given, and hands the session on as it is', async () => {
    const session = {me: {id: 'ann', name: 'Ann'}} as unknown as SessionOf<never>;
    const given: unknown[] = [];
    const options = {signal: new AbortController().signal};
    const adapter = defineAdapter({
      name: 'plain',
      features: [],
      connect: (...all) => {
        given.push(...all);
        return Promise.resolve(session);
      },
    });
    expect(await adapter.connect(context, options)).toBe(session);
    expect(given).toEqual([context, options]);
  });

  it('rejects as connect rejects', async () => {
    const reason = new Error('not now');
    const adapter = defineAdapter({name: 'plain', features: [], connect: () => Promise.reject(reason)});
    await expect(adapter.connect(context, {})).rejects.toBe(reason);
  });
});
