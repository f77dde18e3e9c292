-- Delegated work: what a host's team prepares for its activity, what its speakers answer, and what the office asks of everybody.

-- Files that people handed in. The bytes lie in the store, named by their hash; this says what they are and whose.
create table file (
  id uuid primary key,
  sha256 bytea not null check (length(sha256) = 32),
  name text not null check (length(name) between 1 and 200 and name !~ '[/\\[:cntrl:]]'),
  -- As its content says, whatever it was called.
  type text not null check (type ~ '^[a-z]+/[a-z0-9.+-]+$'),
  bytes bigint not null check (bytes > 0),
  received_by uuid references account on delete set null,
  received_at timestamptz not null,
  -- Until something keeps it, it is its giver's alone, and thrown away after a day.
  kept_at timestamptz,
  edition_id uuid references edition on delete cascade,
  activity_id uuid references activity on delete cascade,
  person_id uuid references person on delete cascade,
  -- With which of these permissions towards what it belongs to it is read; or by everybody.
  read_with text[] not null default '{}',
  public boolean not null default false,
  constraint file_kept_for check (kept_at is not null or (edition_id is null and activity_id is null and person_id is null and not public))
);
create index file_waiting on file (received_at) where kept_at is null;
create index file_sha256 on file (sha256);

-- Somebody's part in an activity: asked for, and answered. Which sessions and roles it is made of is in session_person and activity_person.
create table appearance (
  id uuid primary key,
  activity_id uuid not null references activity on delete cascade,
  person_id uuid not null references person,
  state text not null check (state in ('added', 'invited', 'confirmed', 'declined')),
  email mail_address,
  language text not null default 'zh' check (language in ('zh', 'en')),
  invited_at timestamptz,
  answered_at timestamptz,
  -- What was said with the answer.
  answer text check (length(answer) <= 2000),
  -- {"arrives": "2027-04-15T02:00:00Z", "leaves": …, "from": …, "visa": true, "hotel": true, "diet": …, "access": …}
  travel jsonb not null default '{}',
  version integer not null default 1,
  unique (activity_id, person_id),
  constraint appearance_invited check (state <> 'invited' or (invited_at is not null and email is not null)),
  constraint appearance_answered check ((state in ('confirmed', 'declined')) = (answered_at is not null))
);
create index appearance_person on appearance (person_id);

-- The link in an invitation: signs in whoever holds it, once. A newer one takes its place.
create table appearance_link (
  token_sha256 bytea primary key check (length(token_sha256) = 32),
  appearance_id uuid not null references appearance on delete cascade,
  email mail_address not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  replaced_at timestamptz
);
create index appearance_link_of on appearance_link (appearance_id);

-- What speakers keep of themselves beside the registry's entry.
create table person_page (
  person_id uuid primary key references person on delete cascade,
  portrait_id uuid references file on delete set null,
  version integer not null default 1
);

-- When somebody cannot be anywhere: the schedule keeps clear of it.
create table person_absence (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  note text check (length(note) <= 500),
  constraint absence_times check (starts_at < ends_at)
);
create index person_absence_of on person_absence (person_id, starts_at);

create table slides (
  id uuid primary key,
  activity_id uuid not null references activity on delete cascade,
  session_id uuid references session on delete set null,
  person_id uuid not null references person,
  file_id uuid not null unique references file on delete cascade,
  uploaded_at timestamptz not null,
  uploaded_by text not null
);
create index slides_activity on slides (activity_id);

create table guest (
  id uuid primary key,
  activity_id uuid not null references activity on delete cascade,
  name text not null check (length(name) between 1 and 200),
  organisation text not null default '' check (length(organisation) <= 300),
  post text not null default '' check (length(post) <= 200),
  email mail_address,
  state text not null check (state in ('listed', 'invited', 'accepted', 'declined')),
  note text not null default '' check (length(note) <= 1000),
  added_at timestamptz not null,
  version integer not null default 1
);
create index guest_activity on guest (activity_id, name);
create unique index guest_once on guest (activity_id, email) where email is not null;

-- What an activity needs beside its room (whose wishes are the schedule's): one line for each.
create table activity_need (
  id uuid primary key,
  activity_id uuid not null references activity on delete cascade,
  position integer not null,
  kind text not null check (kind in ('accessibility', 'catering', 'equipment', 'staff', 'signs', 'transport', 'other')),
  what text not null check (length(what) between 1 and 500),
  quantity integer check (quantity > 0)
);
create index activity_need_of on activity_need (activity_id, position);

-- What the office asks of the teams, until when.
create table task (
  id uuid primary key,
  edition_id uuid not null references edition on delete cascade,
  title localised not null,
  about localised,
  due_at timestamptz not null,
  -- The rule by which it completes itself (src/boards/programme/hosting/tasks/rules.ts); without one it is ticked.
  rule text check (rule ~ '^[a-z]+(-[a-z]+)*$'),
  -- Of all activities, of those of some boards, or of those in task_activity.
  asked_of text not null check (asked_of in ('all', 'boards', 'chosen')),
  boards text[] not null default '{}' check (boards <@ '{main,forum,exhibition,exchange,release,contest,side}'),
  -- Days before the deadline on which those who have not done it are reminded.
  remind_days integer[] not null default '{7,1}',
  set_by text not null,
  set_at timestamptz not null,
  withdrawn_at timestamptz,
  version integer not null default 1,
  constraint task_boards check ((asked_of = 'boards') = (boards <> '{}'))
);
create index task_edition on task (edition_id, due_at);
create table task_activity (
  task_id uuid not null references task on delete cascade,
  activity_id uuid not null references activity on delete cascade,
  primary key (task_id, activity_id)
);
-- Ticked by the team, or waived by the office.
create table task_mark (
  task_id uuid not null references task on delete cascade,
  activity_id uuid not null references activity on delete cascade,
  state text not null check (state in ('done', 'waived')),
  by text not null,
  at timestamptz not null,
  primary key (task_id, activity_id)
);

-- Asked by a team and answered by the office, or the other way round.
create table activity_question (
  id uuid primary key,
  activity_id uuid not null references activity on delete cascade,
  question text not null check (length(question) between 1 and 2000),
  asked_by text not null,
  asked_name text not null,
  asked_at timestamptz not null,
  answer text check (length(answer) between 1 and 2000),
  answered_by text,
  answered_name text,
  answered_at timestamptz,
  constraint question_answered check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create index activity_question_of on activity_question (activity_id, asked_at);

-- Desks stand beside the editions in addresses.
alter table edition add constraint edition_is_no_desk check (slug not in ('appearances', 'open-calls'));

-- The history of one activity is read by what it is about.
create index audit_entry_subject on audit_entry (subject, id);
