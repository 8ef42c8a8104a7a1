import {createPublicKey} from 'node:crypto';
import {openPglite} from './ports/pglite.js';
import {openPostgres} from './ports/postgres.js';
import {jwtAuth, type Auth} from './ports/auth.js';
import type {Database} from './ports/database.js';
import type {Log} from './ports/log.js';
import {errorFields} from './ports/log.js';
import {folderStorage, type Storage} from './ports/storage.js';
import type {Limits} from './limits.js';

/** Something the operator can put right: told in one line, without a stack. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export interface Config {
  readonly db: Database;
  readonly storage: Storage;
  readonly origins: readonly string[] | '*';
  readonly port: number;
  readonly host: string;
  readonly limits: Partial<Limits>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment says, see `server/README.md`. */
export async function readConfig(env: Environment, log: Log): Promise<Config> {
  return {
    db: await openDatabase(env, log),
    storage: folderStorage(env['LOOP_FILES'] ?? './loop-files'),
    origins: env['LOOP_ORIGINS'] === undefined || env['LOOP_ORIGINS'] === '*' ? '*' : env['LOOP_ORIGINS'].split(/[\s,]+/).filter(Boolean),
    port: number(env, 'PORT') ?? 8787,
    host: env['HOST'] ?? '127.0.0.1',
    limits: limitsOf(env),
  };
}

export async function openDatabase(env: Environment, log: Log): Promise<Database> {
  const url = env['DATABASE_URL'];
  if (url === undefined) return openPglite(env['LOOP_DATA'] ?? './loop-data');
  return openPostgres({url, connections: number(env, 'LOOP_CONNECTIONS'), log: (message, error) => log('warn', message, errorFields(error))});
}

export function authOf(env: Environment): Auth {
  const issuer = needed(env, 'LOOP_JWT_ISSUER');
  const audience = needed(env, 'LOOP_JWT_AUDIENCE');
  const accountClaim = env['LOOP_JWT_ACCOUNT_CLAIM'];
  const {LOOP_JWT_JWKS: jwks, LOOP_JWT_SECRET: secret, LOOP_JWT_PUBLIC_KEY: publicKey} = env;
  const algorithms = (fallback: string) => (env['LOOP_JWT_ALGORITHMS'] ?? fallback).split(/[\s,]+/).filter(Boolean);
  const common = {issuer, audience, accountClaim};
  if (jwks) return jwtAuth({...common, algorithms: algorithms('RS256,ES256'), key: new URL(jwks)});
  if (publicKey) return jwtAuth({...common, algorithms: algorithms('RS256,ES256'), key: createPublicKey(publicKey)});
  if (!secret) throw new ConfigError('One of LOOP_JWT_JWKS, LOOP_JWT_PUBLIC_KEY and LOOP_JWT_SECRET has to be set');
  if (secret.length < 32) throw new ConfigError('LOOP_JWT_SECRET must have at least 32 characters');
  return jwtAuth({...common, algorithms: algorithms('HS256'), key: new TextEncoder().encode(secret)});
}

function limitsOf(env: Environment): Partial<Limits> {
  const days = number(env, 'LOOP_KEEP_EVENTS_DAYS');
  const limits = {
    callsPerSecond: number(env, 'LOOP_CALLS_PER_SECOND'),
    callsAtOnce: number(env, 'LOOP_CALLS_AT_ONCE'),
    maxFileBytes: number(env, 'LOOP_MAX_FILE_BYTES'),
    keepEvents: number(env, 'LOOP_KEEP_EVENTS'),
    keepEventsMs: days === undefined ? undefined : days * 86_400_000,
  };
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
}

function needed(env: Environment, name: string): string {
  const value = env[name];
  if (!value) throw new ConfigError(`${name} has to be set`);
  return value;
}

function number(env: Environment, name: string): number | undefined {
  const value = env[name];
  if (value === undefined || value === '') return undefined;
  const read = Number(value);
  if (!Number.isFinite(read) || read < 0) throw new ConfigError(`${name} has to be a number, not ${value}`);
  return read;
}
