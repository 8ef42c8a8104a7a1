import type {Message, MessageBody, Timestamp} from '../../../contract/index.js';
import type {MemoryBackend} from '../backend/backend.js';
import {notify} from '../backend/notifications.js';
import {contactAuthor, preview} from '../backend/projection.js';
import type {ConversationRow} from '../backend/rows.js';
import {append, titleOf} from './messages.js';
import {moveTo} from './state.js';

/** A message of the contact: wakes and reopens the conversation and tells whose it is. */
export function receive(
  desk: MemoryBackend,
  row: ConversationRow,
  body: MessageBody,
  {attachments, createdAt}: {readonly attachments?: Message['attachments']; readonly createdAt?: Timestamp} = {},
): Message {
  const author = contactAuthor(desk, row.contactId);
  const message = append(desk, row, {
    kind: 'incoming',
    author,
    body,
    attachments: attachments ?? [],
    createdAt: createdAt ?? desk.now(),
  });
  if (row.state === 'archived' || row.state === 'snoozed') moveTo(desk, row, 'active', {kind: 'system'});
  if (row.assigneeId !== undefined && row.state !== 'automated') {
    notify(desk, [row.assigneeId], row, {
      kind: 'new-message',
      actor: author,
      title: titleOf(desk, row),
      body: preview(message),
      messageId: message.id,
    });
  }
  for (const react of desk.onIncoming) react(row);
  return message;
}
