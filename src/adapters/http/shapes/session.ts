import {array, boolean, check, literal, nonEmpty, optional, picklist, pipe} from 'valibot';
import type {Agent, Capabilities, ConversationFilter, Feature, LoopEventType, Preferences, Profile} from '../../../contract/index.js';
import {filters, sorts, view} from './desk.js';
import {eventShapes} from './event.js';
import {agent} from './people.js';
import {count, id, known, record, text, time, type Shape} from './values.js';

const keysOf = <K extends string>(of: Readonly<Record<K, unknown>>): readonly K[] => Object.keys(of) as K[];

const atLeastOne = <T>(list: Shape<readonly T[]>): Shape<readonly T[]> => pipe(list, nonEmpty());

const capabilities = record<Capabilities>({
  views: pipe(array(view), check((views) => views.some(({role}) => role === 'active'), 'a view with the role active')),
  filters: known<keyof ConversationFilter>(keysOf(filters)),
  sorts: atLeastOne(known(sorts)),
  kinds: known(['reply', 'note']),
  bodyFormats: atLeastOne(known(['text', 'markdown', 'html'])),
  maxBodyChars: optional(count),
  events: record<Capabilities['events']>({
    transport: picklist(['push', 'poll', 'in-page']),
    resume: picklist(['cursor', 'window', 'none']),
    ordering: picklist(['per-conversation', 'none']),
    types: known<LoopEventType>(keysOf(eventShapes)),
  }),
  idempotentSend: picklist(['server', 'lookup', 'none']),
  states: known(['active', 'archived', 'automated', 'snoozed']),
  snooze: optional(record<NonNullable<Capabilities['snooze']>>({nextMessage: boolean()})),
  archive: record<Capabilities['archive']>({
    clearsNotifications: picklist(['server', 'adapter', 'no']),
    reopenOnReply: boolean(),
    reopenOnIncoming: boolean(),
    undo: picklist(['restore', 'hold']),
  }),
  send: record<Capabilities['send']>({
    thenState: boolean(),
    replyTo: boolean(),
    mentions: boolean(),
    mail: boolean(),
    staleGuard: picklist(['server', 'client']),
  }),
  attachments: optional(
    record<NonNullable<Capabilities['attachments']>>({
      // A message on this wire names files; it has none inside.
      mode: literal('upload-first'),
      maxBytes: optional(count),
      maxCount: optional(count),
      accept: optional(array(text)),
      progress: boolean(),
    }),
  ),
  tickets: optional(
    record<NonNullable<Capabilities['tickets']>>({
      model: picklist(['conversation', 'linked']),
      form: picklist(['fixed', 'schema']),
    }),
  ),
  sentiment: optional(picklist(['message', 'conversation', 'both'])),
  totals: picklist(['exact', 'estimate', 'unknown']),
});

const editable = {
  name: true,
  displayName: true,
  email: true,
  signature: true,
  avatarUrl: true,
  availability: true,
  preferences: true,
  settings: true,
  notify: true,
  language: true,
  theme: true,
  enterSends: true,
} as const satisfies Record<keyof Profile | keyof Preferences, true>;

/** Methods that a group may have or not, as `optional` of the session names them. */
export const optionalMethods = [
  'readState.markUnread',
  'tags.create',
  'contacts.update',
  'contacts.search',
  'notifications.markUnread',
  'notifications.remove',
  'upload.discard',
  'views.save',
  'views.remove',
  'profile.update',
  'profile.setAvatar',
] as const;

export type OptionalMethod = (typeof optionalMethods)[number];

/** What `GET session` answers. */
export interface SessionAnswer {
  readonly me: Agent;
  readonly identity?: string;
  readonly capabilities: Capabilities;
  readonly features: readonly Feature[];
  readonly optional?: readonly OptionalMethod[];
  readonly profileEditable?: readonly (keyof Profile | keyof Preferences)[];
  readonly cursor?: string;
  readonly serverNow?: string;
}

export const sessionAnswer = (features: readonly Feature[]): Shape<SessionAnswer> =>
  record<SessionAnswer>({
    me: agent,
    identity: optional(id),
    capabilities,
    features: known(features),
    optional: optional(known(optionalMethods)),
    profileEditable: optional(known(keysOf(editable))),
    cursor: optional(id),
    serverNow: optional(time),
  });
