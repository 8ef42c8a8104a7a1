import {getDotPath, safeParse} from 'valibot';
import {AdapterError, type AdapterContext, type CallOptions, type Id, type Progress} from '../../../contract/index.js';
import {jsonOf} from '../../../contract/json.js';
import type {HttpAdapterOptions} from '../options.js';
import {id, record, type Shape} from '../shapes/values.js';
import {abortable} from './abortable.js';
import {Deadline} from './deadline.js';
import {search, type Query} from './path.js';
import {errorOf} from './problem.js';
import {readText, TooLong} from './read-text.js';
import {sendWithProgress} from './send-with-progress.js';
import {Tokens} from './tokens.js';

export interface WireRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below the endpoint, made by `path`. */
  readonly path: string;
  readonly query?: Query;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly file?: {readonly blob: Blob; readonly mime: string};
  readonly ifVersion?: string;
  readonly idempotencyKey?: string;
  readonly accept?: string;
}

export interface WireOptions extends CallOptions {
  /** How long the answer may take, in ms; absent: as long as the adapter allows. */
  readonly timeoutMs?: number;
  onProgress?(progress: Progress): void;
}

const defaultTimeoutMs = 30_000;

/** A page of messages with their HTML has room in it; a body that goes on for ever has not. */
const maxAnswerBytes = 32_000_000;
const maxProblemBytes = 256_000;

/**
 * Speaks the protocol: every answer is checked against its shape, every failure is an `AdapterError`, one fresh token for each call.
 * Tries nothing twice otherwise.
 */
export class Client {
  readonly context: AdapterContext;
  readonly #options: HttpAdapterOptions;
  readonly #closing = new AbortController();
  readonly #tokens: Tokens;
  /** Who is signed in, once that is known. */
  agent: Id | undefined;

  constructor(options: HttpAdapterOptions, context: AdapterContext) {
    this.context = context;
    this.#options = options;
    const getToken: AdapterContext['getToken'] = options.getToken ?? (context.getToken && ((why, call) => context.getToken?.(why, call)));
    this.#tokens = new Tokens(getToken, this.closing, (fresh) => this.#expectSameAgent(fresh));
  }

  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  close(): void {
    this.#closing.abort(closed('maybe'));
  }

  /** Throws for a call that must not begin. */
  assertMayBegin(signal: AbortSignal | undefined): void {
    signal?.throwIfAborted();
    if (this.closing.aborted) throw closed('no');
  }

  /** Reads; whatever goes wrong, nothing was applied. */
  async read<T>(shape: Shape<T>, request: WireRequest, options: WireOptions): Promise<T> {
    try {
      return await this.write(shape, request, options);
    } catch (error) {
      throw unapplied(error);
    }
  }

  async write<T>(shape: Shape<T>, request: WireRequest, options: WireOptions): Promise<T> {
    return this.#call(request, options, async (response, signal) => {
      const text = await readText(response, maxAnswerBytes, signal);
      return this.#decode(shape, parse(text), request);
    });
  }

  /** For calls whose answer says nothing: whatever is in it is left there. */
  async tell(request: WireRequest, options: WireOptions): Promise<void> {
    await this.#call(request, options, (response) => {
      void response.body?.cancel().catch(() => undefined);
    });
  }

  /** Begins a stream; it is the caller's to read and to end, by `signal`. */
  async open(request: WireRequest, signal: AbortSignal): Promise<Response> {
    try {
      return await this.#exchange(request, {}, signal);
    } catch (error) {
      throw unapplied(AdapterError.is(error) ? error : this.#broken(request, signal, error));
    }
  }

  /** The same value, if it is what the protocol says; names the place that is not, never what is there. */
  #decode<T>(shape: Shape<T>, value: unknown, request: WireRequest): T {
    const result = safeParse(shape, value, {abortEarly: true});
    if (result.success) return result.output;
    const place = result.issues[0] && getDotPath(result.issues[0]);
    throw this.malformed(`${named(request)}${place ? `: ${place}` : ''}`);
  }

  malformed(detail: string): AdapterError {
    const error = new AdapterError({code: 'protocol', detail, message: `The answer is not what the protocol says: ${detail}`});
    this.context.log?.('warn', error.message);
    return error;
  }

  async #call<T>(
    request: WireRequest,
    options: WireOptions,
    take: (response: Response, signal: AbortSignal) => Promise<T> | T,
  ): Promise<T> {
    this.assertMayBegin(options.signal);
    const {signal} = options;
    const limit = request.file ? undefined : new Deadline(this.context.clock, options.timeoutMs ?? this.#options.timeoutMs ?? defaultTimeoutMs);
    const ending = AbortSignal.any([this.closing, ...(signal ? [signal] : []), ...(limit ? [limit.signal] : [])]);
    try {
      return await take(await this.#exchange(request, options, ending), ending);
    } catch (error) {
      if (AdapterError.is(error) && !ending.aborted) throw error;
      signal?.throwIfAborted();
      if (this.closing.aborted) throw closed('maybe');
      if (AdapterError.is(error)) throw error;
      if (error instanceof TooLong) throw this.malformed(`${named(request)}: more than ${maxAnswerBytes} bytes`);
      if (error instanceof SyntaxError) throw this.malformed(`${named(request)}: no JSON`);
      throw this.#broken(request, limit?.signal, error);
    } finally {
      limit?.stop();
    }
  }

  #broken(request: WireRequest, limit: AbortSignal | undefined, cause: unknown): AdapterError {
    const message = limit?.aborted ? `No answer to ${named(request)} in time` : `No answer to ${named(request)}`;
    return new AdapterError({code: 'network', message, cause});
  }

  /** @returns an answer with a status of success. */
  async #exchange(request: WireRequest, options: WireOptions, signal: AbortSignal): Promise<Response> {
    const used = await untilAborted(this.#tokens.current(signal), signal);
    const response = await this.#send(request, used, options, signal);
    if (response.ok) return response;
    const error = await this.#refusal(request, response, used, signal);
    if (error.init.code !== 'auth' || error.init.reason === 'revoked') throw error;
    const fresh = await untilAborted(this.#tokens.fresh(used, signal), signal);
    if (fresh === undefined || fresh === used) throw error;
    const second = await this.#send(request, fresh, options, signal);
    if (second.ok) return second;
    throw await this.#refusal(request, second, fresh, signal);
  }

  /** A page may have signed in somebody else meanwhile: what one agent wrote must not go out with another's token. */
  async #expectSameAgent(token: string): Promise<void> {
    if (this.agent === undefined) return;
    const request = {path: 'session', query: {locale: this.context.locale}};
    const read = async (): Promise<SignedIn> => {
      const response = await this.#send(request, token, {}, this.closing);
      if (!response.ok) throw await this.#refusal(request, response, token, this.closing);
      return this.#decode(signedIn, parse(await readText(response, maxAnswerBytes, this.closing)), request);
    };
    const {me} = await read().catch((error: unknown) => {
      throw unapplied(AdapterError.is(error) ? error : this.#broken(request, undefined, error));
    });
    if (me.id !== this.agent) throw new AdapterError({code: 'auth', reason: 'expired', message: 'The fresh token is another agent’s'});
  }

  async #send(request: WireRequest, token: string | undefined, {onProgress}: WireOptions, signal: AbortSignal): Promise<Response> {
    const {credentials = 'same-origin', endpoint, uploads} = this.#options;
    const {fetch} = this.context; // not as a method of the context: a browser's own fetch wants no other `this`
    const url = `${endpoint}/${request.path}${search(request.query)}`;
    const {method = 'GET', file, body} = request;
    const headers = this.#headers(request, token);
    if (file && onProgress && uploads !== 'fetch' && typeof XMLHttpRequest === 'function') {
      return sendWithProgress(url, {method, headers, body: file.blob, credentials, signal}, onProgress);
    }
    const content = file?.blob ?? (body === undefined ? undefined : jsonOf(body));
    const init: RequestInit = {method, headers, body: content, credentials, redirect: 'manual', cache: 'no-store', signal};
    return abortable(fetch(url, init), signal);
  }

  #headers(request: WireRequest, token: string | undefined): Readonly<Record<string, string>> {
    const {file, body, idempotencyKey, ifVersion, accept = 'application/json'} = request;
    const type = file ? file.mime || 'application/octet-stream' : body === undefined ? undefined : 'application/json';
    const all = {
      accept,
      'accept-language': this.context.locale,
      authorization: token === undefined ? undefined : `Bearer ${token}`,
      'content-type': type,
      'idempotency-key': idempotencyKey,
      'if-match': ifVersion === undefined ? undefined : `"${ifVersion}"`,
    };
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(all)) {
      if (value === undefined) continue;
      if (!/^[\x20-\x7e]*$/.test(value)) throw unsendable(name);
      headers[name] = value;
    }
    return headers;
  }

  async #refusal(request: WireRequest, response: Response, token: string | undefined, signal: AbortSignal): Promise<AdapterError> {
    const {status, headers} = response;
    const reason = token === undefined ? 'missing' : 'expired';
    if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
      void response.body?.cancel().catch(() => undefined);
      // This protocol redirects nobody: it is the sign-in page of a gate, or the endpoint is another address.
      const message = `${named(request)} was answered with a redirect`;
      this.context.log?.('warn', message);
      return new AdapterError({code: 'auth', reason, message});
    }
    const body = await readText(response, maxProblemBytes, signal).then(parseOrNothing, (error: unknown) => {
      if (signal.aborted) throw error;
      return undefined;
    });
    const error = errorOf({status, headers, body}, named(request), this.context.clock);
    if (error.init.code !== 'auth' || error.init.reason !== undefined) return error;
    return new AdapterError({...error.init, reason});
  }
}

interface SignedIn {
  readonly me: {readonly id: Id};
}

const signedIn = record<SignedIn>({me: record<SignedIn['me']>({id})});

const named = ({method = 'GET', path}: WireRequest): string => `${method} ${path}`;

const parse = (text: string): unknown => JSON.parse(text) as unknown;

function parseOrNothing(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

const closed = (applied: 'no' | 'maybe'): AdapterError => new AdapterError({code: 'network', applied, message: 'The session is closed'});

/** A token that does not come: nothing was applied so far. */
async function untilAborted(token: Promise<string | undefined>, signal: AbortSignal): Promise<string | undefined> {
  try {
    return await token;
  } catch (cause) {
    if (!signal.aborted) throw cause;
    throw new AdapterError({code: 'network', applied: 'no', message: 'getToken of the host page did not answer in time', cause});
  }
}

const unsendable = (header: string): AdapterError => {
  const message = `What should go into the header ${header} has signs that no header can hold`;
  return new AdapterError({code: 'validation', issues: [{path: header, message}], message});
};

/** The same error of a call that only read. */
function unapplied(error: unknown): unknown {
  if (!AdapterError.is(error)) return error;
  return new AdapterError({...error.init, applied: 'no', cause: error.cause});
}
