import {forbidden, notFound} from '../errors.js';
import type {Queries} from '../ports/database.js';
import type {Services} from '../services.js';
import {isSigned, signatureHeader} from './signature.js';

export interface Channel {
  readonly id: string;
  readonly account: string;
  readonly kind: string;
  readonly name: string | null;
  readonly secret: string;
  readonly deliver_url: string | null;
  readonly responder_url: string | null;
  readonly visible_to: readonly string[] | null;
}

export async function channelById(db: Queries, id: string): Promise<Channel | undefined> {
  const [channel] = await db.query<Channel>(
    'select id, account, kind, name, secret, deliver_url, responder_url, visible_to from channel where id = $1',
    [id],
  );
  return channel;
}

/**
 * The channel whose secret signed this request.
 *
 * @throws {AdapterError} `forbidden`, the same whether there is no such channel or the signature is wrong.
 */
export async function signedChannel({db, clock}: Services, id: string, request: Request, body: string): Promise<Channel> {
  const channel = await channelById(db, id);
  const header = request.headers.get(signatureHeader);
  if (!isSigned(channel?.secret ?? '', body, header, clock.now()) || !channel) throw forbidden('The signature does not fit');
  return channel;
}

export async function conversationOfChannel(db: Queries, {account, id}: Channel, conversation: string): Promise<void> {
  const [row] = await db.query('select 1 from conversation where account = $1 and inbox = $2 and id = $3', [account, id, conversation]);
  if (!row) throw notFound('conversation');
}
