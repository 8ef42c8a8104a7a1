import type {Feature, OptionalFeatures, Session} from '../../../src/contract/index.js';
import {eachEvent, type Sin} from './sin.js';

/** Sins of the optional groups. */
export const featureSins: readonly Sin[] = [
  {
    that: 'finds nothing',
    caughtBy: 'search/finds-message-text',
    saying: /the words of a message are found/,
    session: (session) => withGroup(session, 'search', () => ({query: async () => ({items: []})})),
  },
  {
    that: 'takes signs of a search for operators',
    caughtBy: 'search/no-operator-injection',
    saying: /finds nothing: nobody wrote it/,
    session: (session) =>
      withGroup(session, 'search', ({query}) => ({
        query: (text, ...given) => query(text.includes(' OR ') || text.includes('*') ? 'order' : text, ...given),
      })),
  },
  {
    that: 'finds messages that were never sent',
    caughtBy: 'send/lookup-finds',
    saying: /nothing is found before the message was sent/,
    options: {idempotentSend: 'lookup'},
    session: (session) =>
      withGroup(session, 'lookup', () => ({
        sent: async (id, _clientId, options) => (await session.listMessages(id, {}, options)).items[0] ?? null,
      })),
  },
  {
    that: 'adds a tag twice',
    caughtBy: 'tags/add-remove',
    saying: /a tag added twice is there once/,
    session: (session) => ({
      ...session,
      getConversation: async (...given) => {
        const conversation = await session.getConversation(...given);
        return {...conversation, tags: [...conversation.tags, ...conversation.tags]};
      },
    }),
  },
  {
    that: 'writes the whole list of tags instead of the change',
    caughtBy: 'tags/parallel-adds-both-kept',
    saying: /both tags are there/,
    session: (session) =>
      withGroup(session, 'tags', ({set, ...tags}) => ({
        ...tags,
        set: async (id, change, options) => {
          const all = (await tags.list(options)).map((tag) => tag.id);
          return set(id, {add: change.add, remove: all.filter((tag) => !change.add?.includes(tag))}, options);
        },
      })),
  },
  {
    that: 'takes an absent assignee for nobody',
    caughtBy: 'assign/me-none-other',
    saying: /a key that is absent stays as it is/,
    session: (session) =>
      withGroup(session, 'assignment', ({assign, ...assignment}) => ({
        ...assignment,
        assign: (id, {agentId = null, ...to}, options) => assign(id, {agentId, ...to}, options),
      })),
  },
  {
    that: 'does not tell who was assigned',
    caughtBy: 'assign/event-seen',
    saying: /the assignment is told/,
    session: (session) => ({
      ...session,
      events: (options) =>
        eachEvent(session, options, (event) =>
          event.type === 'conversation.upserted' ? [{...event, conversation: {...event.conversation, assignee: null}}] : [event],
        ),
    }),
  },
  {
    that: 'leaves closed conversations out of the history of a contact',
    caughtBy: 'contact/get-and-history',
    saying: /holds all conversations of the contact/,
    session: (session) =>
      withGroup(session, 'contacts', ({conversations, ...contacts}) => ({
        ...contacts,
        conversations: async (...given) => {
          const page = await conversations(...given);
          return {...page, items: page.items.filter(({state}) => state !== 'archived')};
        },
      })),
  },
  {
    that: 'empties what was not given of a contact',
    caughtBy: 'contact/update',
    saying: /the old address/,
    session: (session) =>
      withGroup(session, 'contacts', (contacts) => ({
        ...contacts,
        update: (id, patch, options) => contacts.update?.(id, {email: '', ...patch}, options) ?? Promise.reject(new Error('no update')),
      })),
  },
  {
    that: 'asks for the title in the form of a ticket once more',
    caughtBy: 'ticket/form-valid',
    saying: /always asked and not in the form/,
    session: (session) =>
      withGroup(session, 'tickets', (tickets) => ({
        ...tickets,
        form: async () => ({fields: [{key: 'title', label: 'Title', kind: 'text'}]}),
      })),
  },
  {
    that: 'forgets which conversation a ticket belongs to',
    caughtBy: 'ticket/create-with-conversation',
    saying: /a ticket names its conversation/,
    session: (session) =>
      withGroup(session, 'tickets', (tickets) => ({
        ...tickets,
        create: ({conversationId: _conversationId, ...ticket}, options) => tickets.create(ticket, options),
      })),
  },
  {
    that: 'fills in required fields by itself',
    caughtBy: 'ticket/missing-field-is-validation',
    saying: /without 'product' is refused.*accepted/,
    session: (session) =>
      withGroup(session, 'tickets', (tickets) => ({
        ...tickets,
        create: (ticket, options) => tickets.create({...ticket, fields: {...ticket.fields, product: 'kettle'}}, options),
      })),
  },
  {
    that: 'raises a ticket for each try',
    caughtBy: 'ticket/same-client-id-once',
    saying: /answered with the first/,
    session: (session) => {
      let tries = 0;
      return withGroup(session, 'tickets', (tickets) => ({
        ...tickets,
        create: (ticket, options) => tickets.create({...ticket, clientId: `${ticket.clientId}-${tries++}`}, options),
      }));
    },
  },
  {
    that: 'does not tell of tickets',
    caughtBy: 'ticket/event',
    saying: /the ticket is told/,
    session: (session) => dropping(session, 'ticket.upserted'),
  },
  {
    that: 'does not tell of notifications',
    caughtBy: 'notify/appears',
    saying: /a new notification is told as an event/,
    session: (session) => dropping(session, 'notification.upserted'),
  },
  {
    that: 'names a message in a notification that is not there',
    caughtBy: 'notify/message-id-opens',
    saying: /that a notification names is in its conversation/,
    session: (session) =>
      withGroup(session, 'notifications', ({list, ...notifications}) => ({
        ...notifications,
        list: async (...given) => {
          const page = await list(...given);
          return {...page, items: page.items.map((one) => ({...one, messageId: 'gone'}))};
        },
      })),
  },
  {
    that: 'never takes a notification for read',
    caughtBy: 'notify/read-and-unread-count',
    saying: /marked read has `readAt`/,
    session: (session) =>
      withGroup(session, 'notifications', (notifications) => ({...notifications, markRead: () => Promise.resolve()})),
  },
  {
    that: 'does not tell that notifications went with the conversation',
    caughtBy: 'notify/gone-after-archive',
    saying: /is told as removed/,
    session: (session) => dropping(session, 'notification.removed'),
  },
  {
    that: 'leaves notifications of archived conversations in the bell',
    caughtBy: 'state/archive-clears-notifications',
    saying: /no notification of an archived conversation is left/,
    session: (session) => {
      let kept: Awaited<ReturnType<OptionalFeatures['notifications']['list']>>['items'] = [];
      return withGroup(session, 'notifications', ({list, ...notifications}) => ({
        ...notifications,
        list: async (...given) => {
          const page = await list(...given);
          kept = page.items.length > kept.length ? page.items : kept;
          return {...page, items: kept};
        },
      }));
    },
  },
  {
    that: 'keeps the escalations of archived conversations',
    caughtBy: 'state/archive-clears-escalations',
    saying: /no escalation of an archived conversation is left/,
    session: (session) => {
      const raised: Awaited<ReturnType<OptionalFeatures['escalations']['raise']>>[] = [];
      return withGroup(session, 'escalations', (escalations) => ({
        ...escalations,
        raise: async (...given) => {
          const one = await escalations.raise(...given);
          raised.push(one);
          return one;
        },
        list: () => Promise.resolve(raised),
      }));
    },
  },
  {
    that: 'does not say what archiving removed',
    caughtBy: 'state/removed-ids-reported',
    saying: /`removed.escalations` names the escalation/,
    session: (session) => ({
      ...session,
      setState: async (...given) => ({...(await session.setState(...given)), removed: undefined}),
    }),
  },
  {
    that: 'does not say what archiving with a message removed',
    caughtBy: 'send/then-state-reports-removed',
    saying: /`state.removed.escalations` names the escalation/,
    session: (session) => ({
      ...session,
      sendMessage: async (...given) => {
        const {message, state} = await session.sendMessage(...given);
        return {message, state: state && {...state, removed: undefined}};
      },
    }),
  },
  {
    that: 'lets the progress of an upload jump back',
    caughtBy: 'upload/progress-monotonic',
    saying: /`loaded` never shrinks/,
    session: (session) =>
      withGroup(session, 'upload', (upload) => ({
        ...upload,
        put: (file, {onProgress, ...options}) => {
          onProgress?.({loaded: file.blob.size, total: file.blob.size});
          onProgress?.({loaded: 1, total: file.blob.size});
          return upload.put(file, options);
        },
      })),
  },
  {
    that: 'puts an aborted upload into the next message',
    caughtBy: 'upload/abort-leaves-nothing',
    saying: /has no attachment/,
    session: (session) => ({
      ...session,
      sendMessage: async (message, options) => {
        const blob = new Blob(['x']);
        const file = await session.upload?.put({name: 'x.txt', mime: 'text/plain', blob}, {});
        return session.sendMessage({...message, attachments: file && [file]}, options);
      },
    }),
  },
  {
    that: 'cuts files that are too big',
    caughtBy: 'upload/too-big-is-validation',
    saying: /a file above the limit is refused.*accepted/,
    session: (session) =>
      withGroup(session, 'upload', (upload) => ({
        ...upload,
        put: (file, options) => upload.put({...file, blob: file.blob.slice(0, 1_000)}, options),
      })),
  },
  {
    that: 'reads files as text',
    caughtBy: 'download/bytes-equal',
    saying: /the bytes of the attachment are those of the file/,
    session: (session) =>
      withGroup(session, 'upload', (upload) => ({
        ...upload,
        put: (file, options) => upload.put({...file, blob: new Blob([new Uint8Array(file.blob.size)])}, options),
      })),
  },
  {
    that: 'lets a colleague type for ever',
    caughtBy: 'typing/seen-and-expires',
    saying: /`ttlMs` ends typing by itself/,
    session: (session) => ({
      ...session,
      events: (options) =>
        eachEvent(session, options, (event) => (event.type === 'typing' ? [{...event, ttlMs: Infinity}] : [event])),
    }),
  },
  {
    that: 'tells me that I am there',
    caughtBy: 'presence/seen-and-expires',
    saying: /I am not among the people/,
    session: (session) => ({
      ...session,
      events: (options) =>
        eachEvent(session, options, (event) =>
          event.type === 'presence'
            ? [{...event, people: [...event.people, {agent: session.me, doing: 'viewing', ttlMs: 1_000}]}]
            : [event],
        ),
    }),
  },
  {
    that: 'replaces all preferences by the one that changed',
    caughtBy: 'profile/update-roundtrip',
    saying: /a change of one preference leaves the others/,
    session: (session) =>
      withGroup(session, 'profile', (profile) => ({
        ...profile,
        update: (patch, options) =>
          profile.update?.(patch.preferences ? {preferences: {theme: 'light', ...patch.preferences}} : patch, options) ??
          Promise.reject(new Error('no update')),
      })),
  },
  {
    that: 'takes a conversation over and leaves it with the bot',
    caughtBy: 'automation/hand-off-moves-view',
    saying: /a conversation that was taken over is active/,
    session: (session) =>
      withGroup(session, 'automation', () => ({handOff: (id, _to, options) => session.getConversation(id, options)})),
  },
  {
    that: 'hides the failure of one among several',
    caughtBy: 'bulk/partial-failure-reported',
    saying: /`ok` of an unknown conversation is false/,
    session: (session) =>
      withGroup(session, 'bulk', (bulk) => ({
        setState: async (...given) => (await bulk.setState(...given)).map(({id}) => ({id, ok: true})),
      })),
  },
  {
    that: 'ignores the filter of a saved view',
    caughtBy: 'views/saved-round-trip',
    saying: /holds what its filter lets through/,
    session: (session) => ({
      ...session,
      listConversations: (query, options) =>
        session.listConversations(
          session.capabilities.views.some(({id}) => id === query.view) ? query : {...query, view: 'active'},
          options,
        ),
    }),
  },
  {
    that: 'puts an edited message at the end',
    caughtBy: 'message/edit',
    saying: /keeps its id and its place/,
    session: (session) =>
      withGroup(session, 'editMessage', ({edit}) => ({
        edit: async (...given) => ({...(await edit(...given)), order: '9999999999'}),
      })),
  },
];

/** The session with one of its groups altered. */
function withGroup<F extends Feature>(
  session: Session,
  feature: F,
  alter: (group: OptionalFeatures[F]) => OptionalFeatures[F],
): Session {
  return {...session, [feature]: alter(session[feature] as OptionalFeatures[F])};
}

function dropping(session: Session, type: string): Session {
  return {...session, events: (options) => eachEvent(session, options, (event) => (event.type === type ? [] : [event]))};
}
