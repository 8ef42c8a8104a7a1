import type {Capabilities, LoopEventType, ViewDef} from '../../contract/index.js';
import {filterKeys} from './backend/filters.js';
import {sorts} from './backend/list-index.js';
import {maxBodyChars} from './writes/send.js';
import {statesOf} from './writes/rules.js';

export interface CapabilitySettings {
  readonly automated: boolean;
  readonly idempotentSend: 'server' | 'lookup' | 'none';
  readonly undo: 'restore' | 'hold';
  readonly maxFileBytes: number;
}

const eventTypes: readonly LoopEventType[] = [
  'message.upserted',
  'message.removed',
  'conversation.upserted',
  'conversation.touched',
  'conversation.removed',
  'contact.upserted',
  'notification.upserted',
  'notification.removed',
  'escalation.upserted',
  'escalation.removed',
  'counts.changed',
  'ticket.upserted',
  'views.changed',
  'typing',
  'presence',
  'availability',
  'reset',
];

export const maxFileCount = 20;

/** What this backend can do: nearly everything. */
export function capabilitiesOf({automated, idempotentSend, undo, maxFileBytes}: CapabilitySettings): Capabilities {
  const views: ViewDef[] = [
    {id: 'active', role: 'active'},
    {id: 'archived', role: 'archived'},
  ];
  if (automated) views.push({id: 'automated', role: 'automated'});
  return frozen({
    views,
    filters: filterKeys,
    sorts,
    kinds: ['reply', 'note'],
    bodyFormats: ['markdown', 'text', 'html'],
    maxBodyChars,
    events: {transport: 'in-page', resume: 'cursor', ordering: 'per-conversation', types: eventTypes},
    idempotentSend,
    states: statesOf({automated}),
    snooze: {nextMessage: true},
    archive: {clearsNotifications: 'server', reopenOnReply: false, reopenOnIncoming: true, undo},
    send: {thenState: true, replyTo: true, mentions: true, mail: true, staleGuard: 'server'},
    attachments: {mode: 'upload-first', maxBytes: maxFileBytes, maxCount: maxFileCount, progress: true},
    tickets: {model: 'linked', form: 'schema'},
    sentiment: 'both',
    totals: 'exact',
  });
}

/** All the way down: capabilities are fixed for the life of a session. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  const copy = (Array.isArray(value) ? [...(value as readonly unknown[])] : {...value}) as Record<string, unknown>;
  for (const key of Object.keys(copy)) copy[key] = frozen(copy[key]);
  return Object.freeze(copy) as T;
}
