import {createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey, type KeyObject} from 'jose';
import {AdapterError} from '../../../src/contract/index.js';
import {signedOut} from '../errors.js';

export interface Identity {
  readonly accountId: string;
  readonly agentId: string;
  /** When the credentials end, ms since the epoch: a stream of events ends with them. */
  readonly expiresAt?: number;
}

/**
 * Says who asks. That the agent exists and is active is looked up afterwards.
 *
 * @throws {AdapterError} `auth`.
 */
export type Auth = (request: Request) => Promise<Identity>;

export interface JwtOptions {
  readonly issuer: string;
  readonly audience: string;
  /** The only ones accepted, whatever a token says of itself. */
  readonly algorithms: readonly string[];
  /** A shared secret (HS…), a public key, or the address of a JWKS. */
  readonly key: Uint8Array | KeyObject | URL | JWTVerifyGetKey;
  /** Which claim names the account; that of the agent is `sub`. */
  readonly accountClaim?: string;
}

/** JSON Web Tokens of the host's own sign-in. */
export function jwtAuth({issuer, audience, algorithms, key, accountClaim = 'account'}: JwtOptions): Auth {
  const options = {issuer, audience, algorithms: [...algorithms], requiredClaims: ['sub', 'exp', accountClaim], clockTolerance: 5};
  const source = key instanceof URL ? createRemoteJWKSet(key) : key;
  const checked = new CheckedTokens();
  return async (request) => {
    const token = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    if (!token) throw signedOut('missing', 'A bearer token is needed');
    const known = checked.get(token, Date.now());
    if (known) return known;
    const claims = await (typeof source === 'function' ? jwtVerify(token, source, options) : jwtVerify(token, source, options)).then(
      ({payload}) => payload,
      (error: unknown) => {
        if (error instanceof errors.JWTExpired) throw signedOut('expired', 'The token has expired');
        // A JWKS that cannot be read is no fault of the token.
        if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError) || error.code === 'ERR_JOSE_GENERIC') {
          throw new AdapterError({code: 'unavailable', applied: 'no', message: 'Tokens cannot be checked at the moment', cause: error});
        }
        throw signedOut('expired', 'The token is not accepted');
      },
    );
    const identity = identityOf(claims, accountClaim);
    checked.put(token, identity, Date.now());
    return identity;
  };
}

const rememberMs = 30_000;
const remembered = 20_000;

/** Signatures checked a moment ago: an agent's calls come in bursts with the same token. */
class CheckedTokens {
  readonly #known = new Map<string, {readonly identity: Identity; readonly until: number}>();

  get(token: string, now: number): Identity | undefined {
    const known = this.#known.get(token);
    return known && known.until > now ? known.identity : undefined;
  }

  put(token: string, identity: Identity, now: number): void {
    this.#known.delete(token);
    this.#known.set(token, {identity, until: Math.min(now + rememberMs, identity.expiresAt ?? Infinity)});
    if (this.#known.size > remembered) this.#known.delete(this.#known.keys().next().value ?? '');
  }
}

function identityOf(claims: JWTPayload, accountClaim: string): Identity {
  const account = claims[accountClaim];
  if (typeof account !== 'string' || claims.sub === undefined) throw signedOut('expired', 'The token names nobody');
  return {accountId: account, agentId: claims.sub, expiresAt: claims.exp === undefined ? undefined : claims.exp * 1_000};
}
