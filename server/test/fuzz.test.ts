import fc from 'fast-check';
import {readFileSync} from 'node:fs';
import {afterAll, beforeAll, expect, it} from 'vitest';
import type {LoopServer} from '../src/index.js';
import type {Database} from '../src/ports/database.js';
import {openPglite} from '../src/ports/pglite.js';
import {endpoint, newDesk, startServer, tokenFor} from './support/desk.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}
interface Operation {
  readonly parameters?: readonly {readonly name: string; readonly in: 'path' | 'query' | 'header'; readonly required?: boolean; readonly schema: Schema}[];
  readonly requestBody?: {readonly content: Readonly<Record<string, {readonly schema: Schema}>>};
}

const description = JSON.parse(readFileSync(new URL('../openapi.json', import.meta.url), 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {readonly schemas: Readonly<Record<string, Schema>>};
};

/** Ids that exist, so that requests get past the first check; and words that hurt. */
const texts = fc.oneof(
  fc.constantFrom('first', 'bot', 'ann', 'ben', 'robin', 'billing', 'urgent', 'active', 'archived', 'next-message', '2030-01-01T00:00:00Z'),
  fc.constantFrom('', ' ', '\0', '\ud800', "'; drop table message; --", '%', '\\', '../../etc/passwd', '999999999999999999999', '-1', 'NaN', '{}', 'null', '__proto__'),
  fc.string({unit: 'binary', maxLength: 40}),
);

const anything = fc.oneof(texts, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.array(texts, {maxLength: 3}), fc.dictionary(texts, texts, {maxKeys: 3}));

/** Values that mostly fit, so that what lies behind the checks is met too. */
function fitting(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  if (depth > 5) return fc.constant(undefined);
  const {$ref, enum: words, anyOf, allOf, items, properties, required = []} = schema;
  if ($ref) return fitting(description.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {}, depth);
  const fit = (): fc.Arbitrary<unknown> => {
    if ('const' in schema) return fc.constant(schema.const);
    if (words) return fc.constantFrom(...words);
    if (anyOf?.length) return fc.oneof(...anyOf.map((one) => fitting(one, depth + 1)));
    if (allOf?.length) return fc.tuple(...allOf.map((one) => fitting(one, depth + 1))).map((parts) => Object.assign({}, ...parts) as unknown);
    if (properties) {
      const parts = Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, fitting(one, depth + 1)]));
      return fc.record(parts, {requiredKeys: required.filter((key) => key in parts)});
    }
    const type = Array.isArray(schema.type) ? (schema.type as readonly string[])[0] : schema.type;
    if (type === 'array') return fc.array(fitting(items ?? {}, depth + 1), {maxLength: 3});
    if (type === 'boolean') return fc.boolean();
    if (type === 'integer' || type === 'number') return fc.oneof(fc.integer({min: 0, max: 60}), fc.integer());
    if (type === 'object') return fc.dictionary(texts, anything, {maxKeys: 3});
    return texts;
  };
  return fc.oneof({weight: 9, arbitrary: fit()}, {weight: 1, arbitrary: anything});
}

interface Fuzzed {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

function requestTo(path: string, method: string, {parameters = [], requestBody}: Operation): fc.Arbitrary<Fuzzed> {
  const given = fc.record(Object.fromEntries(parameters.map((one) => [`${one.in} ${one.name}`, one.in === 'path' ? fitting(one.schema) : fc.option(fitting(one.schema), {nil: undefined})])));
  const json = requestBody?.content['application/json'];
  const body = json ? fc.oneof({weight: 9, arbitrary: fitting(json.schema).map((value) => JSON.stringify(value) ?? '')}, {weight: 1, arbitrary: texts}) : fc.constant(undefined);
  return fc.tuple(given, body).map(([values, sent]) => {
    const query = new URLSearchParams();
    const headers: Record<string, string> = {};
    let address = path;
    for (const {name, in: where} of parameters) {
      const value = values[`${where} ${name}`];
      if (value === undefined && where !== 'path') continue;
      const text = textOf(value).toWellFormed();
      if (where === 'path') address = address.replace(`{${name}}`, encodeURIComponent(text) || 'x');
      else if (where === 'query') query.append(name, text);
      else headers[name] = text.replace(/[^\x20-\x7e]/g, '').trim();
    }
    return {method: method.toUpperCase(), url: `${endpoint}${address}?${query}`, headers, body: sent};
  });
}

let db: Database;
let server: LoopServer;
let token = '';

beforeAll(async () => {
  db = await openPglite();
  server = await startServer(db);
  token = await tokenFor(await newDesk(server.services), 'ann');
});

afterAll(async () => {
  await server.close();
  await db.close();
});

const operations = Object.entries(description.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({path, method, operation})));
/** An endless answer; its own tests read it. */
const fuzzed = operations.filter(({path}) => path !== '/events');

const runs = Number(process.env['LOOP_FUZZ_RUNS'] ?? 25);

it.each(fuzzed)('$method $path answers whatever it is asked, never with a failure of its own', async ({path, method, operation}) => {
  await fc.assert(
    fc.asyncProperty(requestTo(path, method, operation), async ({url, headers, body, method: verb}) => {
      const request = new Request(url, {
        method: verb,
        headers: {authorization: `Bearer ${token}`, ...headers, ...(body !== undefined && {'content-type': 'application/json'})},
        ...(body !== undefined && {body}),
      });
      const answer = await server.fetch(request);
      const text = await answer.text();
      expect(answer.status, text).toBeLessThan(500);
      expect(text).not.toMatch(/\n\s+at |node_modules|syntax error|violates|pglite/i);
      if (answer.status >= 400) {
        const problem = JSON.parse(text) as {readonly code: string; readonly requestId: string};
        expect(problem.code).toBeTruthy();
        expect(problem.requestId).toBeTruthy();
      }
    }),
    {numRuns: runs},
  );
});
