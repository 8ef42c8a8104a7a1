import {z} from '@hono/zod-openapi';
import {bodyFormat, id, list, mail, sentiment, time, topic} from '../schemas/model.js';

const words = z.string().max(1_000);

/** A message of a customer, as a channel brings it in. */
export const incoming = z
  .object({
    id: z.string().min(1).max(300).openapi({description: 'What the channel calls the message: the same one comes in once.'}),
    conversation: z
      .object({
        id: z.string().min(1).max(300).openapi({description: "The channel's own name of the thread; a new one begins a conversation."}),
        subject: words.optional(),
        topic: topic.optional(),
      })
      .optional()
      .openapi({description: "Absent: the contact's open conversation on this channel, or a new one."}),
    contact: z.object({
      id: z.string().min(1).max(300).openapi({description: "The channel's own name of the customer."}),
      name: words.optional(),
      email: z.string().max(320).optional(),
      phone: z.string().max(100).optional(),
      avatarUrl: z.string().max(2_000).optional(),
    }),
    body: z.object({format: bodyFormat, value: z.string().max(1_000_000), quoted: z.string().max(1_000_000).optional()}),
    mail: mail.optional(),
    sentiment: sentiment.optional(),
    attachments: list(z.object({name: z.string().min(1).max(500), mime: z.string().max(200), base64: z.base64()})).optional(),
    at: time.optional(),
  })
  .openapi('IncomingMessage');

export const taken = z.object({conversationId: id, messageId: id}).openapi('IncomingTaken');

/** What became of a reply on its way. */
export const receipt = z
  .object({messageId: id, delivery: z.enum(['delivered', 'read', 'failed']), error: words.optional()})
  .openapi('DeliveryReceipt');

/** What the automated responder says: a reply, a hand-over to people, or both. */
export const response = z
  .object({
    reply: z.object({format: bodyFormat, value: z.string().min(1).max(100_000)}).optional(),
    handOver: z.boolean().optional().openapi({description: 'A person has to go on.'}),
    note: z.string().max(10_000).optional().openapi({description: 'For the people who go on.'}),
  })
  .openapi('ResponderAnswer');

export const laterResponse = response
  .extend({conversationId: id, id: z.string().min(1).max(300).openapi({description: 'The same one does nothing new.'})})
  .openapi('ResponderMessage');

export type Incoming = z.output<typeof incoming>;
export type ResponderAnswer = z.output<typeof response>;
