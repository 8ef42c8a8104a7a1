import {
  anything,
  count,
  flag,
  isRecord,
  listOf,
  number,
  oneOf,
  shape,
  text,
  time,
  variants,
  word,
  type Check,
} from './check.js';

const state = oneOf('active', 'archived', 'automated', 'snoozed');
const topic = oneOf('question', 'comment', 'feedback');
const priority = oneOf('low', 'medium', 'high', 'urgent');
const format = oneOf('text', 'markdown', 'html');
const words = listOf(word);

const attribute = shape(
  {key: word, label: text, value: (value, path, issues) => {
    if (value !== null && typeof value === 'object') issues.push({path, message: 'must be plain', rule: 'type'});
  }},
  {kind: oneOf('text', 'number', 'date', 'link', 'list', 'checkbox'), editable: flag},
);

const sentiment = shape(
  {label: oneOf('negative', 'neutral', 'positive', 'mixed'), source: text},
  {score: number(-1, 1), at: time},
);

const tag = shape({id: word, name: word}, {color: text});

const availability = oneOf('online', 'busy', 'offline');
const person = {email: text, avatarUrl: text, availability};

const agent = shape({id: word, name: word}, {...person, type: oneOf('agent'), signature: text, lines: listOf(text)});

const contact = shape(
  {id: word},
  {
    version: text,
    rev: number(),
    name: text,
    email: text,
    phone: text,
    avatarUrl: text,
    company: text,
    blocked: flag,
    attributes: listOf(attribute),
  },
);

const canned = shape({id: word, shortcut: word, body: shape({format, value: text})});

const said = shape({do: anything, text});
const macro = shape(
  {
    id: word,
    name: word,
    actions: listOf(
      variants('do', {
        tag: shape({do: anything, tag: word}),
        assign: shape({do: anything, agent: word}),
        priority: shape({do: anything, priority}),
        state: shape({do: anything, state}),
        reply: said,
        note: said,
      }),
    ),
  },
  {description: text},
);

const filter = shape(
  {},
  {
    assignee: word,
    team: word,
    tags: words,
    channel: word,
    inbox: word,
    contact: word,
    unread: flag,
    priority,
    topic,
    escalated: flag,
    updatedSince: time,
  },
);

const sort = oneOf('activity-desc', 'activity-asc', 'created-desc', 'created-asc', 'waiting-asc', 'priority-desc');

const ticketField = shape(
  {key: word, label: text, kind: oneOf('text', 'longtext', 'number', 'date', 'checkbox', 'select', 'tags', 'priority', 'contact')},
  {required: flag, help: text, maxLength: count, value: anything, options: listOf(shape({value: text, label: text}))},
);

const address = shape({address: text}, {name: text});
const addresses = listOf(address);

/** A team names its type; an agent need not. Null: nobody any more. */
const assignedTo: Check = (value, path, issues) => {
  if (value === null) return;
  const isTeam = isRecord(value) && value['type'] === 'team';
  (isTeam ? shape({type: anything, id: word, name: word}) : shape({id: word, name: word}, {...person, type: oneOf('agent')}))(
    value,
    path,
    issues,
  );
};

const flagged = shape({type: anything}, {reason: text});
const activity = variants('type', {
  state: shape({type: anything, to: state}, {from: state}),
  assigned: shape({type: anything, to: assignedTo}),
  tagged: shape({type: anything}, {added: listOf(tag), removed: listOf(tag)}),
  priority: shape({type: anything, to: oneOf('low', 'medium', 'high', 'urgent', null)}),
  ticket: shape({type: anything, ticketId: word}, {number: text}),
  escalated: flagged,
  'escalation-cleared': flagged,
  handed: shape({type: anything, to: oneOf('agent', 'bot')}),
  other: shape({type: anything}),
});

const attachment = shape(
  {name: word, mime: word},
  {id: word, bytes: count, url: text, width: count, height: count, contentId: text, inline: flag},
);

/** One body; of a deleted message and of the activity `other` at most one, of other activities none. */
const oneBody: Check = (value, path, issues) => {
  if (!isRecord(value)) return;
  const {kind, deleted, activity: done} = value;
  const bodies = ['text', 'markdown', 'html'].filter((key) => value[key] !== undefined).length;
  const isOther = isRecord(done) && done['type'] === 'other';
  const fits = kind === 'activity' ? bodies <= (isOther ? 1 : 0) : bodies === 1 || (bodies === 0 && deleted === true);
  if (fits) return;
  const message = kind === 'activity' ? 'has more of a body than its activity shows' : 'must have one of text, markdown and html';
  issues.push({path, message, rule: 'body'});
};

const message = shape(
  {kind: oneOf('reply', 'note', 'incoming', 'activity'), at: time},
  {
    id: word,
    by: word,
    text,
    markdown: text,
    html: text,
    quoted: text,
    mail: shape({}, {from: address, to: addresses, cc: addresses, bcc: addresses, subject: text}),
    attachments: listOf(attachment),
    mentions: words,
    activity,
    delivery: oneOf('sent', 'delivered', 'read', 'failed'),
    deliveryError: text,
    replyTo: word,
    editedAt: time,
    deleted: flag,
    sentiment,
  },
  oneBody,
);

const sentences = shape(
  {},
  Object.fromEntries(
    [
      'reply',
      'note',
      'archive',
      'reopen',
      'snooze',
      'assign',
      'priority',
      'tag',
      'escalate',
      'ticket',
      'hand-off',
      'attach',
      'macro',
      'edit-message',
      'delete-message',
      'edit-contact',
    ].map((action) => [action, text]),
  ),
);

const conversation = shape(
  {id: word, channel: shape({kind: word}, {name: text, inboxId: word, address: text}), contact: word, messages: listOf(message)},
  {
    number: text,
    subject: text,
    state,
    snoozedUntil: time,
    assignee: word,
    team: word,
    priority,
    tags: words,
    topic,
    sentiment,
    escalation: shape({at: time}, {reason: text, by: word}),
    handledBy: oneOf('agent', 'bot'),
    attributes: listOf(attribute),
    deny: sentences,
    tickets: listOf(shape({id: word, number: text, title: text, status: text, open: flag, at: time}, {url: text})),
    unread: count,
    next: listOf(text),
  },
);

const notification = shape(
  {
    id: word,
    kind: oneOf('assigned', 'mention', 'new-message', 'new-conversation', 'escalation', 'ticket', 'sla', 'other'),
    title: text,
    at: time,
  },
  {conversation: word, message: word, by: word, body: text, readAt: time},
);

/** The form of a file; what its ids point to is checked by `conversation-file-links.ts`. */
export const conversationFile = shape(
  {
    format: oneOf('loop-inbox/conversations'),
    version: oneOf(1),
    agents: listOf(agent, 1),
    contacts: listOf(contact),
    conversations: listOf(conversation),
  },
  {
    $schema: text,
    about: shape({}, {title: text, source: text, licence: text}),
    now: time,
    me: word,
    teams: listOf(shape({id: word, name: word}, {agents: words})),
    tags: listOf(tag),
    canned: listOf(canned),
    macros: listOf(macro),
    views: listOf(shape({id: word, label: word, filter}, {sort})),
    ticketFields: listOf(ticketField),
    notifications: listOf(notification),
  },
);
