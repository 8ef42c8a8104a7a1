import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {groupMethods} from '../../src/conformance/groups.js';
import {openApiText} from '../src/openapi.js';

const committed = readFileSync(new URL('../openapi.json', import.meta.url), 'utf8');

interface Described {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, {readonly 'x-contract-methods'?: readonly string[]}>>>>;
}

const methods = (): string[] => {
  const {paths} = JSON.parse(committed) as Described;
  return Object.values(paths).flatMap((path) => Object.values(path).flatMap((call) => call['x-contract-methods'] ?? []));
};

describe('openapi.json', () => {
  it('is what the schemas say; `npm run openapi --workspace server` writes it', () => {
    expect(openApiText() === committed).toBe(true);
  });

  it('is OpenAPI 3.1', () => expect((JSON.parse(committed) as Described).openapi).toBe('3.1.0'));

  it('has a request for every method of every group that the server offers', () => {
    // Sends are idempotent here, so nobody has to look up; the request is there for others who implement the protocol.
    const wanted = Object.entries(groupMethods).flatMap(([group, names]) => names.map((name) => `${group}.${name}`));
    const core = ['connect', 'listConversations', 'getConversation', 'listMessages', 'sendMessage', 'setState', 'events'];
    expect([...core, ...wanted].filter((name) => !methods().includes(name))).toEqual([]);
  });
});
