-- Who works on the forum: accounts, how they are signed in, and what they were granted.

create domain mail_address as text check (value is null or (value = lower(value) and length(value) <= 254 and value ~ '^[^@\s]+@[^@\s]+$'));

create table account (
  id uuid primary key,
  email mail_address not null unique,
  name text not null check (length(name) between 1 and 200),
  language text not null check (language in ('zh', 'en')),
  -- The registry's entry of the same person, where there is one: what makes a speaker out of an account.
  person_id uuid references person,
  created_at timestamptz not null,
  closed_at timestamptz,
  sample boolean not null default false
);
create unique index account_person on account (person_id) where person_id is not null;

-- A browser that is signed in. Its cookie holds a random token, of which only the hash is here.
create table sign_in (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  token_sha256 bytea not null unique check (length(token_sha256) = 32),
  method text not null check (method in ('code', 'passkey', 'openid', 'persona')),
  user_agent text check (length(user_agent) <= 400),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index sign_in_account on sign_in (account_id);

-- A role with its scope. Which role may do what is in src/platform/permissions.ts and nowhere else.
create table role_grant (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  role text not null check (role in ('office', 'board-manager', 'host-lead', 'host-editor', 'host-assistant', 'reviewer', 'press', 'auditor')),
  scope text not null check (scope in ('all', 'series', 'edition', 'board', 'activity', 'organisation')),
  series_id uuid references series on delete cascade,
  edition_id uuid references edition on delete cascade,
  board text check (board in ('main', 'forum', 'exhibition', 'exchange', 'release', 'contest', 'side')),
  activity_id uuid references activity on delete cascade,
  organisation_id uuid references organisation on delete cascade,
  granted_by text not null,
  granted_at timestamptz not null,
  ended_at timestamptz,
  constraint grant_scope check (
    (scope = 'series') = (series_id is not null)
    and case scope
      when 'edition' then edition_id is not null
      when 'board' then edition_id is not null
      when 'organisation' then true
      else edition_id is null
    end
    and (scope = 'board') = (board is not null)
    and (scope = 'activity') = (activity_id is not null)
    and (scope = 'organisation') = (organisation_id is not null)
  )
);
create unique index role_granted_once on role_grant (account_id, role, scope, series_id, edition_id, board, activity_id, organisation_id)
  nulls not distinct where ended_at is null;

-- Mails, written in the transaction that gives reason for them. `held` waits for a person's eye; `queued` goes out.
create table message_batch (
  id uuid primary key,
  edition_id uuid references edition on delete cascade,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  -- What it is about, for example `edition 2022`, `activity 5f…`.
  about text not null,
  title localised not null,
  written_by text not null,
  written_at timestamptz not null
);
create table message (
  id uuid primary key,
  batch_id uuid not null references message_batch on delete cascade,
  account_id uuid references account on delete set null,
  to_address mail_address not null,
  to_name text not null default '',
  language text not null check (language in ('zh', 'en')),
  subject text not null check (length(subject) between 1 and 400 and subject !~ '[\r\n]'),
  body text not null,
  -- [{"name": "forum.ics", "type": "text/calendar; method=REQUEST", "text": "…"}]
  attachments jsonb not null default '[]',
  state text not null check (state in ('held', 'queued', 'sent', 'failed', 'discarded')),
  -- Not before this moment.
  due_at timestamptz not null,
  attempts integer not null default 0,
  failure text,
  decided_by text,
  decided_at timestamptz,
  sent_at timestamptz
);
create index message_batch_of on message (batch_id);
create index message_due on message (due_at) where state = 'queued';

-- Live updates: `select tell('working 2027', '{"activity": "…"}')` reaches every process when the transaction commits.
create function tell(topic text, detail jsonb) returns void language sql as $$
  select pg_notify('live', jsonb_build_object('topic', topic, 'detail', detail)::text)
$$;

-- An edition stands beside the pages of the house in addresses, so it is called like none of them.
alter table edition drop constraint edition_slug_free;
alter table edition add constraint edition_slug_free check (slug !~ '^[a-z]{2}$' and slug not in ('api', 'healthz', 'readyz', 'metrics', 'assets',
  'about-data', 'account', 'demo', 'desk', 'door', 'editions', 'files', 'invitations', 'live', 'search', 'sign-in'));
