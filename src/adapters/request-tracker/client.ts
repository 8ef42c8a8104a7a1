import {AdapterError, type AdapterContext, type Awaitable, type CallOptions} from '../../contract/index.js';
import {jsonOf} from '../../contract/json.js';
import {malformed} from './shape.js';
import {closedError, errorOf, isUnauthorized} from './wire-errors.js';

export interface Answer {
  readonly body: unknown;
  /** Path of what was made, where the answer says so. */
  readonly location: string | undefined;
}

export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

interface Request {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly query?: Query;
  readonly body?: unknown;
  readonly ifMatch?: string;
}

type GetToken = (why: 'initial' | 'expired', options: CallOptions) => Awaitable<string | undefined>;

interface ClientSettings {
  readonly endpoint: string;
  readonly context: AdapterContext;
  /** Absent: the page has no token, whoever stands in front of Request Tracker adds it. */
  readonly getToken: GetToken | undefined;
}

/** Speaks Request Tracker's REST 2: JSON in, JSON out, every failure an `AdapterError`, one fresh token per call. */
export class Client {
  readonly #settings: ClientSettings;
  readonly #closing = new AbortController();
  #token: string | undefined;
  #hasToken = false;

  constructor(settings: ClientSettings) {
    this.#settings = settings;
  }

  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  close(): void {
    this.#closing.abort(closedError('maybe'));
  }

  /** Throws for a call that must not begin. */
  assertMayBegin(signal: AbortSignal | undefined): void {
    signal?.throwIfAborted();
    if (this.closing.aborted) throw closedError();
  }

  /** The token to begin with; undefined where somebody else adds it. */
  async firstToken({signal}: CallOptions): Promise<string | undefined> {
    this.assertMayBegin(signal);
    if (!this.#hasToken) await this.#takeToken('initial', signal);
    return this.#token;
  }

  /** Reads; whatever goes wrong, nothing was applied. */
  async get(path: string, query: Query, options: CallOptions): Promise<unknown> {
    try {
      return (await this.#call({method: 'GET', path, query}, options)).body;
    } catch (error) {
      if (!AdapterError.is(error)) throw error;
      throw new AdapterError({...error.init, applied: 'no', cause: error.cause});
    }
  }

  post(path: string, body: unknown, options: CallOptions): Promise<Answer> {
    return this.#call({method: 'POST', path, body}, options);
  }

  put(path: string, body: unknown, options: CallOptions & {readonly ifMatch?: string}): Promise<Answer> {
    return this.#call({method: 'PUT', path, body, ifMatch: options.ifMatch}, options);
  }

  /** A record and its version, which is the id of its newest transaction. */
  async getWithVersion(path: string, options: CallOptions): Promise<string | undefined> {
    const response = await this.#exchange({method: 'GET', path}, options);
    await response.body?.cancel();
    return response.headers.get('etag') ?? undefined;
  }

  async #call(request: Request, options: CallOptions): Promise<Answer> {
    const response = await this.#exchange(request, options);
    const text = await response.text().catch((cause: unknown) => this.#noAnswer(request, options.signal, cause));
    try {
      return {body: JSON.parse(text) as unknown, location: response.headers.get('location') ?? undefined};
    } catch {
      throw malformed(`${request.method} ${request.path}`);
    }
  }

  /** @returns an answer with a status of success. */
  async #exchange(request: Request, options: CallOptions): Promise<Response> {
    const {signal} = options;
    const used = await this.firstToken(options);
    let response = await this.#fetch(request, signal);
    if (isUnauthorized(response)) {
      // Another call may have fetched a fresh one meanwhile.
      if (this.#token === used) await this.#takeToken('expired', signal);
      if (this.#token === undefined || this.#token === used) throw refused(used);
      response = await this.#fetch(request, signal);
      if (isUnauthorized(response)) throw refused(this.#token);
    }
    if (response.ok) return response;
    throw errorOf(response, `${request.method} ${request.path}`, this.#settings.context.clock);
  }

  async #takeToken(why: 'initial' | 'expired', signal: AbortSignal | undefined): Promise<void> {
    const token = await this.#settings.getToken?.(why, {signal});
    this.assertMayBegin(signal);
    // What one agent wrote must not go out as another's.
    if (why === 'expired' && ownerOf(token) !== ownerOf(this.#token)) throw refused(this.#token);
    this.#token = token;
    this.#hasToken = true;
  }

  async #fetch(request: Request, signal: AbortSignal | undefined): Promise<Response> {
    const {context, endpoint} = this.#settings;
    const {fetch} = context; // not as a method of the context: a browser's own fetch wants no other `this`
    const headers: Record<string, string> = {accept: 'application/json'};
    if (this.#token !== undefined) headers['authorization'] = `token ${this.#token}`;
    if (request.body !== undefined) headers['content-type'] = 'application/json';
    if (request.ifMatch !== undefined) headers['if-match'] = request.ifMatch;
    try {
      return await fetch(`${endpoint}/REST/2.0/${request.path}${searchOf(request.query)}`, {
        method: request.method,
        headers,
        body: request.body === undefined ? undefined : jsonOf(request.body),
        // Request Tracker prefers the cookie of its own pages to a token: the session could be somebody else's.
        credentials: this.#token === undefined ? 'same-origin' : 'omit',
        redirect: 'manual',
        signal: signal ? AbortSignal.any([signal, this.closing]) : this.closing,
      });
    } catch (cause) {
      return this.#noAnswer(request, signal, cause);
    }
  }

  #noAnswer({method, path}: Request, signal: AbortSignal | undefined, cause: unknown): never {
    signal?.throwIfAborted();
    if (this.closing.aborted) throw closedError('maybe');
    throw new AdapterError({code: 'network', message: `No answer to ${method} ${path}`, cause});
  }
}

/** A token names its owner by the second of its three parts: 1-28-c0ffee… */
export const ownerOf = (token: string | undefined): string | undefined => /^\d+-(\d+)-/.exec(token ?? '')?.[1];

const refused = (token: string | undefined): AdapterError =>
  new AdapterError({
    code: 'auth',
    reason: token === undefined ? 'missing' : 'expired',
    message: token === undefined ? 'Request Tracker wants a token' : 'Request Tracker does not know the token',
  });

function searchOf(query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [value]) {
      if (one !== undefined) search.append(key, String(one));
    }
  }
  const text = search.toString();
  return text && `?${text}`;
}
