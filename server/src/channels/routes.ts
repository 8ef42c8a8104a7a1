import {z} from '@hono/zod-openapi';
import type {Context} from 'hono';
import {invalid} from '../errors.js';
import type {Api, Env} from '../http/define.js';
import {cleanInput} from '../http/clean.js';
import {RateLimit} from '../http/rate.js';
import {readBody} from '../routes/files.js';
import {problem} from '../schemas/calls.js';
import {id} from '../schemas/model.js';
import type {Services} from '../services.js';
import {Locked} from '../write/locked.js';
import {setDelivery} from '../write/messages.js';
import {write} from '../write/write.js';
import {conversationOfChannel, signedChannel, type Channel} from './channel.js';
import {takeIn} from './receive.js';
import {respond} from './respond.js';
import {incoming, laterResponse, receipt, taken} from './schemas.js';
import {signatureHeader} from './signature.js';

/** Files come in base64 within the JSON. */
const maxBytes = 40_000_000;

/** How the world outside talks to the desk: signed with the secret of its channel, without a token. */
export function channelRoutes(api: Api, services: Services): void {
  const {limits, clock} = services;
  const rate = new RateLimit(limits.callsPerSecond * 4, limits.callsAtOnce * 4, () => clock.now());

  const post = <T extends z.ZodType>(path: string, summary: string, schema: T, answer: z.ZodType | undefined, run: (channel: Channel, body: z.output<T>) => Promise<Response>) => {
    const status = answer ? 201 : 204;
    api.openAPIRegistry.registerPath({
      method: 'post',
      path,
      operationId: `post-channel-${path.split('/').at(-1)}`,
      summary,
      security: [],
      request: {
        params: z.object({channel: id}),
        headers: z.object({[signatureHeader.toLowerCase()]: z.string().openapi({description: '`t=<unix seconds>,v1=<hex HMAC-SHA-256 of "t.body">`'})}),
        body: {required: true, content: {'application/json': {schema}}},
      },
      responses: {
        [status]: {description: 'Taken', ...(answer && {content: {'application/json': {schema: answer}}})},
        default: {description: 'Refused or failed', content: {'application/problem+json': {schema: problem}}},
      },
    });
    api.post(path.replace('{channel}', ':channel'), async (context: Context<Env>) => {
      const name = id.parse(context.req.param('channel'));
      if (name.includes('\0')) throw invalid('channel', 'must not hold a zero character');
      rate.take(name);
      const text = Buffer.from(await readBody(context.req.raw, maxBytes)).toString('utf8');
      const channel = await signedChannel(services, name, context.req.raw, text);
      return run(channel, cleanInput(schema.parse(JSON.parse(text))));
    });
  };

  post('/channels/{channel}/messages', 'A customer has written', incoming, taken, async (channel, body) => {
    const {replayed, ...result} = await takeIn(services, channel, body);
    return Response.json(result, {status: 201, headers: replayed ? {'Idempotency-Replayed': 'true'} : {}});
  });

  post('/channels/{channel}/receipts', 'What became of a reply', receipt, undefined, async (channel, {messageId, delivery, error}) => {
    await write(services, channel.account, async (work) => {
      const [row] = await work.query<{conversation: string}>('select conversation from message where account = $1 and id = $2', [channel.account, messageId]);
      await conversationOfChannel(work, channel, row?.conversation ?? '');
      await setDelivery(work, await Locked.open(work, row?.conversation ?? '', undefined), messageId, delivery, error);
    });
    return new Response(null, {status: 204});
  });

  post('/channels/{channel}/responses', 'The automated responder says something later', laterResponse, undefined, async (channel, {conversationId, id: given, ...answer}) => {
    await write(services, channel.account, async (work) => {
      await conversationOfChannel(work, channel, conversationId);
      const conversation = await Locked.open(work, conversationId, undefined);
      const external = `${channel.id}\nresponse\n${given}`;
      const [before] = await work.query('select 1 from message where account = $1 and external = $2', [channel.account, external]);
      if (!before) await respond(work, conversation, answer, external);
    });
    return new Response(null, {status: 204});
  });
}
