-- Times are milliseconds since the epoch: exact, comparable, and the same on every driver.
-- Every record belongs to one account and is never read without it.

create table account (
  -- Also names a folder of the storage.
  id text primary key check (id ~ '^[A-Za-z0-9_-]+$'),
  name text not null,
  -- Number of the newest event. Counted up inside each writing transaction, so that numbers are given in the order of commits.
  seq bigint not null default 0,
  -- Events up to this number are forgotten.
  forgotten bigint not null default 0,
  -- Part of every cursor; another one (after a restored backup) makes all cursors of before expire.
  epoch text not null,
  conversation_number bigint not null default 0,
  ticket_number bigint not null default 1000,
  ticket_fields jsonb not null default '[]',
  created_at bigint not null
);

create table agent (
  account text not null references account on delete cascade,
  id text not null,
  name text not null,
  display_name text,
  email text,
  avatar_url text,
  signature text,
  availability text not null default 'offline',
  preferences jsonb not null default '{}',
  settings jsonb,
  -- Sees every conversation of the account.
  admin boolean not null default false,
  active boolean not null default true,
  primary key (account, id)
);

create table team (
  account text not null references account on delete cascade,
  id text not null,
  name text not null,
  primary key (account, id)
);

create table team_member (
  account text not null,
  team text not null,
  agent text not null,
  primary key (account, agent, team),
  foreign key (account, team) references team on delete cascade,
  foreign key (account, agent) references agent on delete cascade
);

create table tag (
  account text not null references account on delete cascade,
  id text not null,
  name text not null,
  color text,
  primary key (account, id)
);
create unique index tag_name on tag (account, lower(name));

create table channel (
  id text primary key,
  account text not null references account on delete cascade,
  kind text not null,
  name text,
  -- Signs what comes in and what goes out.
  secret text not null,
  deliver_url text,
  responder_url text,
  -- Who sees its conversations: 'agent:ID', 'team:ID', and always 'admin'; null: everybody of the account.
  visible_to text[]
);

create table contact (
  account text not null references account on delete cascade,
  id text not null,
  -- What a channel calls this customer.
  external text,
  name text,
  email text,
  phone text,
  avatar_url text,
  company text,
  blocked boolean,
  attributes jsonb,
  words tsvector,
  rev bigint not null default 1,
  created_at bigint not null,
  primary key (account, id)
);
create unique index contact_external on contact (account, external) where external is not null;
create index contact_email on contact (account, lower(email));
create index contact_words on contact using gin (words);

create table conversation (
  account text not null references account on delete cascade,
  id text not null,
  number text,
  external text,
  subject text,
  state text not null,
  snoozed_until bigint,
  channel_kind text not null,
  channel_name text,
  inbox text,
  contact text not null,
  assignee text,
  team text,
  -- 0 urgent, 1 high, 2 medium, 3 low, 4 none.
  priority smallint not null default 4,
  tags text[] not null default '{}',
  topic text,
  sentiment jsonb,
  escalations int not null default 0,
  handled_by text,
  attributes jsonb,
  deny jsonb,
  visible_to text[],
  -- Order of its newest message; the next one gets one more.
  last_ord bigint not null default 0,
  last_incoming_ord bigint not null default 0,
  -- Up to here everybody has read who never marked anything.
  read_floor bigint not null default 0,
  -- Id of the newest message that is no activity.
  last_said text,
  created_at bigint not null,
  activity_at bigint not null,
  waiting_since bigint,
  version bigint not null default 1,
  rev bigint not null default 1,
  words tsvector,
  view text not null generated always as (case state when 'snoozed' then 'active' else state end) stored,
  asleep boolean not null generated always as (state = 'snoozed') stored,
  primary key (account, id),
  foreign key (account, contact) references contact
);
create index conversation_activity on conversation (account, view, asleep, (-activity_at), id);
create index conversation_created on conversation (account, view, asleep, (-created_at), id);
create index conversation_waiting on conversation (account, asleep, coalesce(waiting_since, 9007199254740991), (-activity_at), id)
  where view = 'active';
create index conversation_priority on conversation (account, asleep, priority, (-activity_at), id) where view = 'active';
-- Counting reads nothing but these.
create index conversation_open_to_all on conversation (account, view) where visible_to is null;
create index conversation_restricted on conversation using gin (visible_to) where visible_to is not null;
create index conversation_assignee on conversation (account, assignee, view) where assignee is not null;
create index conversation_contact on conversation (account, contact, (-activity_at), id);
create index conversation_wakes on conversation (snoozed_until) where state = 'snoozed';
create index conversation_external on conversation (account, inbox, external) where external is not null;
create index conversation_words on conversation using gin (words);

create table message (
  account text not null,
  conversation text not null,
  ord bigint not null,
  id text not null,
  kind text not null,
  author_kind text not null,
  author_id text,
  author jsonb not null,
  client_id text,
  -- Of what was sent under the client id: the same id with other content is refused, also after an edit.
  sent_hash text,
  -- What 'send and archive' answered, for its repetition.
  sent_state jsonb,
  external text,
  format text not null,
  body text not null,
  quoted text,
  attachments jsonb not null default '[]',
  -- Mail headers, mentions, activity, replyTo, sentiment, deliveryError: what only some messages have.
  more jsonb not null default '{}',
  delivery text,
  created_at bigint not null,
  edited_at bigint,
  deleted boolean not null default false,
  rev bigint not null default 1,
  words tsvector,
  primary key (account, conversation, ord),
  foreign key (account, conversation) references conversation on delete cascade
);
create unique index message_id on message (account, id);
create unique index message_sent_once on message (account, conversation, author_id, client_id) where client_id is not null;
create unique index message_external on message (account, external) where external is not null;
create index message_incoming on message (account, conversation, ord) where kind = 'incoming';
create index message_newest on message (account, (-created_at), id) where words is not null;
create index message_words on message using gin (words);

create table read_mark (
  account text not null,
  conversation text not null,
  agent text not null,
  ord bigint not null,
  rev bigint not null default 1,
  primary key (account, conversation, agent),
  foreign key (account, conversation) references conversation on delete cascade,
  foreign key (account, agent) references agent on delete cascade
);

create table notification (
  account text not null,
  agent text not null,
  id text not null,
  kind text not null,
  conversation text,
  message text,
  ticket text,
  actor jsonb,
  title text not null,
  body text,
  read_at bigint,
  created_at bigint not null,
  rev bigint not null default 1,
  primary key (account, agent, id),
  foreign key (account, agent) references agent on delete cascade
);
create index notification_newest on notification (account, agent, (-created_at), id);
create index notification_unread on notification (account, agent) where read_at is null;
create index notification_conversation on notification (account, conversation);

create table escalation (
  account text not null,
  id text not null,
  conversation text not null,
  reason text,
  raised_at bigint not null,
  by jsonb,
  team text,
  rev bigint not null default 1,
  primary key (account, id),
  foreign key (account, conversation) references conversation on delete cascade
);
create index escalation_conversation on escalation (account, conversation);

create table ticket (
  account text not null references account on delete cascade,
  id text not null,
  number text not null,
  title text not null,
  description text,
  status text not null,
  open boolean not null,
  url text,
  conversation text,
  contact text,
  client_id text not null,
  fields jsonb not null default '{}',
  created_by text,
  created_at bigint not null,
  rev bigint not null default 1,
  primary key (account, id)
);
create unique index ticket_raised_once on ticket (account, coalesce(conversation, ''), client_id);

create table canned (
  account text not null references account on delete cascade,
  id text not null,
  shortcut text not null,
  format text not null,
  body text not null,
  primary key (account, id)
);

create table macro (
  account text not null references account on delete cascade,
  id text not null,
  name text not null,
  description text,
  actions jsonb not null,
  primary key (account, id)
);

create table saved_view (
  account text not null references account on delete cascade,
  id text not null,
  label text not null,
  filter jsonb not null,
  sort text,
  created_at bigint not null,
  primary key (account, id)
);

create table file (
  account text not null references account on delete cascade,
  id text not null,
  name text not null,
  mime text not null,
  bytes bigint not null,
  uploaded_by text,
  -- The conversation whose message names it; null while it waits for its message.
  conversation text,
  public boolean not null default false,
  created_at bigint not null,
  primary key (account, id)
);
create index file_waiting on file (created_at) where conversation is null and not public;

create table undo (
  account text not null,
  token text not null,
  conversation text not null,
  kept jsonb not null,
  created_at bigint not null,
  primary key (account, token),
  foreign key (account, conversation) references conversation on delete cascade
);

-- What happened, in the order of commits. Names the record; readers project it as it is when they read, for whoever reads.
create table event (
  account text not null references account on delete cascade,
  seq bigint not null,
  kind text not null,
  conversation text,
  ref text,
  -- Told to this agent alone.
  agent text,
  -- The event itself, where no record is left to project.
  data jsonb,
  -- The last of its transaction: only there may a reader stop.
  ends boolean not null,
  at bigint not null,
  primary key (account, seq)
);
create index event_age on event (account, at);

-- What is to be told to the outside: written in the transaction of what it tells.
create table delivery (
  id text primary key,
  account text not null references account on delete cascade,
  channel text not null references channel on delete cascade,
  kind text not null,
  conversation text not null,
  message text not null,
  attempts int not null default 0,
  next_at bigint not null,
  -- 'waiting', 'done' or 'dead'.
  state text not null default 'waiting',
  error text,
  created_at bigint not null
);
create index delivery_due on delivery (next_at) where state = 'waiting';
create index delivery_order on delivery (channel, conversation, created_at) where state = 'waiting';

-- Secrets of this installation that all nodes share.
create table setting (
  key text primary key,
  value text not null
);

-- The rights rule, once: what an agent is to be called in `visible_to`. Every such list names 'admin' too.
create function loop_principals(of_account text, of_agent text) returns text[]
language sql stable parallel safe as $$
  select array['agent:' || of_agent]
    || coalesce((select array_agg('team:' || t.team) from team_member t where t.account = of_account and t.agent = of_agent), '{}')
    || case
      when exists (select 1 from agent a where a.account = of_account and a.id = of_agent and a.admin) then array['admin']
      else '{}'::text[]
    end
$$;
