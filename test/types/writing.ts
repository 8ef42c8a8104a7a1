import type {Agent, Conversation, Core, Message, NewMessage, Team} from '../../src/contract/index.js';
import {core} from './parts.js';

const message = {conversationId: 'c1', clientId: 'k1', kind: 'reply', body: {format: 'text', value: 'Hello'}} as const;

void core.sendMessage(message, {});

// A message without its kind: nobody guesses whether a note goes to a customer.
const {kind: _kind, ...unnamed} = message;
// @ts-expect-error `kind` is missing
void core.sendMessage(unnamed, {});

// @ts-expect-error nobody writes an activity
const activity: NewMessage = {...message, kind: 'activity'};

// @ts-expect-error nobody writes for the contact
const incoming: NewMessage = {...message, kind: 'incoming'};

const {clientId: _clientId, ...nameless} = message;
// @ts-expect-error `clientId` is missing
void core.sendMessage(nameless, {});

// Every call takes options, so that each can be aborted.
// @ts-expect-error the options are missing
void core.sendMessage(message);

// @ts-expect-error there is no such state
void core.setState('c1', 'closed', {});

void core.setState('c1', 'snoozed', {until: 'next-message'});

// Records are read, never changed in place.
declare const conversation: Conversation;
declare const stored: Message;
// @ts-expect-error `state` is read-only
conversation.state = 'archived';
// @ts-expect-error `value` is read-only
stored.body.value = '';

// A page is read-only too.
const listed = async (one: Core) => (await one.listConversations({view: 'active'}, {})).items;
// @ts-expect-error a page has no push()
void listed(core).then((items) => items.push(conversation));

// An assignee is an agent; a team is told from it by its type.
declare const candidate: Agent | Team;
if (candidate.type === 'team') {
  const team: Team = candidate;
  void team;
} else {
  void candidate.availability;
}

void [activity, incoming];
