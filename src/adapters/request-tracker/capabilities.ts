import type {Capabilities} from '../../contract/index.js';
import type {Desk} from './desk.js';
import {defaultMaxFileBytes} from './files.js';
import {sorts, type Sort} from './list-mark.js';
import {maxBodyChars} from './send.js';

export function capabilitiesOf({options, tagsField, clientIdField, countsExactly}: Desk): Capabilities {
  const {onReply = true, onIncoming = true} = options.reopens ?? {};
  return {
    views: [
      {id: 'active', role: 'active'},
      {id: 'archived', role: 'archived'},
    ],
    filters: ['assignee', 'contact', 'inbox', ...(tagsField ? (['tags'] as const) : [])],
    sorts: Object.keys(sorts) as readonly Sort[],
    kinds: ['reply', 'note'],
    bodyFormats: ['text', 'html'],
    maxBodyChars,
    events: {
      transport: 'poll',
      resume: 'cursor',
      ordering: 'per-conversation',
      types: ['message.upserted', 'conversation.upserted', 'conversation.removed', 'reset'],
    },
    idempotentSend: clientIdField ? 'lookup' : 'none',
    states: ['active', 'archived'],
    archive: {clearsNotifications: 'no', reopenOnReply: onReply, reopenOnIncoming: onIncoming, undo: 'restore'},
    send: {thenState: true, replyTo: false, mentions: false, mail: false, staleGuard: 'client'},
    attachments: {mode: 'inline', maxBytes: options.maxFileBytes ?? defaultMaxFileBytes, progress: false},
    totals: countsExactly ? 'exact' : 'unknown',
  };
}
