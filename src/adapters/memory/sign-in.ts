import {AdapterError, type AdapterContext, type Id} from '../../contract/index.js';
import type {MemoryBackend} from './backend/backend.js';
import type {AgentRow} from './backend/rows.js';
import type {MemoryFaults} from './faults.js';

/** Whose token it is: it names an agent, as `ann` or, to tell a fresh one from an old one, as `ann#2`. */
export function tokenOwner(desk: MemoryBackend, token: string): Id | undefined {
  if (desk.agents.has(token)) return token;
  const id = token.slice(0, Math.max(0, token.lastIndexOf('#')));
  return desk.agents.has(id) ? id : undefined;
}

/** The token to go on with: the given one, or after it was refused a fresh one, asked for once. */
export async function goodToken(
  desk: MemoryBackend,
  faults: MemoryFaults,
  context: AdapterContext,
  token: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  const error = faults.tokenError(token);
  if (!error) return token;
  if (!faults.mayRefresh) throw error;
  const fresh = await context.getToken?.('expired', {signal});
  signal?.throwIfAborted();
  if (fresh === undefined || tokenOwner(desk, fresh) !== tokenOwner(desk, token) || faults.tokenError(fresh)) throw error;
  return fresh;
}

/**
 * Who comes in: by the host's token, else the agent the adapter was made for, else the `me` of the file.
 *
 * @throws {AdapterError} `auth` for a token that is nobody's.
 */
export async function signIn(
  desk: MemoryBackend,
  faults: MemoryFaults,
  context: AdapterContext,
  agentId: Id | undefined,
  signal: AbortSignal | undefined,
): Promise<{readonly token: string; readonly agent: AgentRow}> {
  const given = await context.getToken?.('initial', {signal});
  signal?.throwIfAborted();
  const token = await goodToken(desk, faults, context, given ?? agentId ?? desk.me ?? '', signal);
  const agent = desk.agents.get(tokenOwner(desk, token) ?? '');
  if (!agent) throw new AdapterError({code: 'auth', reason: 'missing', message: 'This token belongs to no agent of the desk'});
  return {token, agent};
}
