import type {Attachment, BodyFormat, MailHeaders, Message, Sentiment, Topic} from '../../../src/contract/index.js';
import {queueResponder} from '../channels/queue.js';
import {previewOf} from '../read/conversations.js';
import {newId, wordsOf} from '../values.js';
import {contactWords} from '../read/contacts.js';
import {Locked} from './locked.js';
import {notify} from './notify.js';
import {system} from './people.js';
import {moveTo} from './state.js';
import type {Work} from './write.js';

export interface Incoming {
  readonly format: BodyFormat;
  readonly body: string;
  readonly quoted?: string;
  readonly mail?: MailHeaders;
  readonly sentiment?: Sentiment;
  readonly attachments?: readonly Attachment[];
  readonly createdAt?: number;
  /** What the channel calls it: the same one comes once. */
  readonly external?: string;
}

/** A message of the contact: wakes and reopens the conversation and tells whose it is. */
export async function receive(work: Work, conversation: Locked, incoming: Incoming): Promise<Message> {
  const {format, body, quoted, attachments, createdAt, external, mail, sentiment} = incoming;
  const author = conversation.contactAuthor;
  const more = {...(mail && {mail}), ...(sentiment && {sentiment})};
  const message = await conversation.append({kind: 'incoming', author, format, body, quoted, attachments, createdAt, external, more});
  const {state, assignee} = conversation.row;
  if (state === 'archived' || state === 'snoozed') await moveTo(conversation, 'active', system);
  if (state === 'automated') await queueResponder(work, conversation, message.id);
  else if (assignee !== null) {
    await notify(work, conversation, [assignee], {kind: 'new-message', actor: author, body: previewOf(message), messageId: message.id});
  }
  return message;
}

export interface NewConversation {
  readonly contact: string;
  readonly subject?: string;
  readonly topic?: Topic;
  readonly automated: boolean;
  readonly channel: {readonly kind: string; readonly name?: string; readonly inbox?: string};
  readonly external?: string;
  readonly visibleTo?: readonly string[];
  readonly first: Incoming;
}

/** A new conversation with its first message. */
export async function begin(work: Work, wanted: NewConversation): Promise<{readonly conversation: Locked; readonly message: Message}> {
  const {contact, subject, topic, automated, channel, external, visibleTo, first} = wanted;
  const id = newId('c');
  const [known] = await work.query<{name: string | null; email: string | null}>('select name, email from contact where account = $1 and id = $2', [work.account, contact]);
  const words = [...new Set([...wordsOf(subject ?? ''), ...contactWords({name: known?.name ?? undefined, email: known?.email ?? undefined})])];
  // The number is taken from the account's row, which is then held to the end: a channel begins far fewer conversations than it brings messages.
  await work.query(
    `with counted as (update account set conversation_number = conversation_number + 1 where id = $1 returning conversation_number)
     insert into conversation (account, id, number, external, subject, state, handled_by, channel_kind, channel_name, inbox, contact, topic,
       visible_to, created_at, activity_at, words)
     select $1, $2, conversation_number::text, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13,
       array_to_tsvector($14::text[] || conversation_number::text) from counted`,
    [
      work.account,
      id,
      external ?? null,
      subject ?? null,
      automated ? 'automated' : 'active',
      automated ? 'bot' : null,
      channel.kind,
      channel.name ?? null,
      channel.inbox ?? null,
      contact,
      topic ?? null,
      visibleTo ? [...visibleTo, 'admin'] : null,
      first.createdAt ?? work.now,
      words,
    ],
  );
  const conversation = await Locked.open(work, id, undefined);
  const message = await receive(work, conversation, first);
  if (!automated) {
    const news = {kind: 'new-conversation', actor: conversation.contactAuthor, body: previewOf(message), messageId: message.id} as const;
    await notify(work, conversation, 'everybody', news);
  }
  return {conversation, message};
}
