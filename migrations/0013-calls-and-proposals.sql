-- Calls and proposals: how activities come to an edition, and what their hosts wish for.

create table call (
  id uuid primary key,
  edition_id uuid not null references edition on delete cascade,
  slug slug not null,
  -- What an accepted proposal becomes.
  board text not null check (board in ('main', 'forum', 'exhibition', 'exchange', 'release', 'contest', 'side')),
  kind text not null check (kind in ('ceremony', 'plenary', 'parallel-forum', 'exhibition', 'exchange', 'release', 'contest-round',
    'signing', 'side-event', 'year-round', 'press', 'other')),
  state text not null check (state in ('draft', 'open', 'closed')),
  title localised not null,
  about localised,
  -- Until when proposals are taken in, reviewers score, and returned proposals come back.
  closes_at timestamptz not null,
  review_by timestamptz,
  resubmit_by timestamptz,
  -- [{"key": "audience", "kind": "long-text", "label": {…}, "help": {…} | null, "required": true, "options": [{"key": "a", "label": {…}}]}]
  questions jsonb not null default '[]',
  -- [{"key": "quality", "label": {…}, "weight": 2}]
  criteria jsonb not null default '[]',
  opened_at timestamptz,
  sample boolean not null default false,
  version integer not null default 1,
  unique (edition_id, slug),
  unique (id, edition_id),
  constraint call_deadlines check (coalesce(review_by, closes_at) >= closes_at and coalesce(resubmit_by, closes_at) >= closes_at)
);

-- How many proposals a call takes: of all, for one focus or topic, or of any one organisation; as handed in, or as accepted. What is left is
-- counted under a lock on the call, never kept.
create table call_quota (
  call_id uuid not null references call on delete cascade,
  position integer not null,
  of text not null check (of in ('all', 'focus', 'topic', 'organisation')),
  category_id uuid references category on delete cascade,
  counts text not null check (counts in ('submitted', 'accepted')),
  places integer not null check (places >= 0),
  primary key (call_id, position),
  unique nulls not distinct (call_id, of, category_id, counts),
  constraint quota_of_what check ((of in ('focus', 'topic')) = (category_id is not null))
);

create table proposal (
  id uuid primary key,
  call_id uuid not null,
  edition_id uuid not null references edition on delete cascade,
  number integer not null check (number > 0),
  organisation_id uuid not null references organisation,
  state text not null check (state in ('draft', 'submitted', 'returned', 'accepted', 'declined', 'withdrawn', 'merged')),
  title localised,
  focus_id uuid references category on delete set null,
  topic_id uuid references category on delete set null,
  -- Everything else that a host tells of it, as src/boards/programme/proposals/model.ts describes, and the answers to the call's questions.
  content jsonb not null,
  answers jsonb not null default '{}',
  created_by uuid references account on delete set null,
  created_at timestamptz not null,
  submitted_at timestamptz,
  decided_at timestamptz,
  activity_id uuid unique references activity on delete set null,
  merged_into uuid references proposal,
  sample boolean not null default false,
  version integer not null default 1,
  unique (edition_id, number),
  foreign key (call_id, edition_id) references call (id, edition_id),
  constraint proposal_submitted check (state in ('draft', 'withdrawn') or submitted_at is not null),
  constraint proposal_titled check (state in ('draft', 'withdrawn') or title is not null),
  constraint proposal_merged check ((state = 'merged') = (merged_into is not null) and merged_into <> id)
);
create index proposal_call on proposal (call_id);
create index proposal_organisation on proposal (organisation_id);

create function check_proposal_state() returns trigger language plpgsql as $$
begin
  if old.state = new.state or (old.state, new.state) in (
    ('draft', 'submitted'), ('draft', 'withdrawn'),
    ('submitted', 'returned'), ('submitted', 'accepted'), ('submitted', 'declined'), ('submitted', 'withdrawn'), ('submitted', 'merged'),
    ('returned', 'submitted'), ('returned', 'declined'), ('returned', 'withdrawn'),
    -- Taken back.
    ('withdrawn', 'draft'), ('declined', 'submitted'), ('accepted', 'submitted'), ('merged', 'submitted')
  ) then
    return new;
  end if;
  raise exception 'a proposal does not go from % to %', old.state, new.state using errcode = 'check_violation';
end $$;
create trigger proposal_states before update of state on proposal for each row execute function check_proposal_state();

-- What happened to a proposal and what was said about it, in its order; never changed.
create table proposal_entry (
  id bigint generated always as identity primary key,
  proposal_id uuid not null references proposal on delete cascade,
  at timestamptz not null,
  by_account uuid references account on delete set null,
  by_name text not null,
  role text not null,
  -- `note`: among the office and the reviewers; `message`: between the host and the office; `state`: a step, with what was said at it.
  kind text not null check (kind in ('state', 'message', 'note')),
  from_state text,
  to_state text,
  text text,
  constraint entry_says check ((kind = 'state') = (to_state is not null) and (kind = 'state' or text is not null))
);
create index proposal_entry_of on proposal_entry (proposal_id, id);

create table proposal_review (
  proposal_id uuid not null references proposal on delete cascade,
  account_id uuid not null references account on delete cascade,
  -- Why this reviewer may not judge it; then nothing is scored.
  conflict text,
  -- {"quality": 4}
  scores jsonb,
  comment text,
  advice text check (advice in ('accept', 'return', 'decline')),
  at timestamptz not null,
  version integer not null default 1,
  primary key (proposal_id, account_id),
  constraint review_or_conflict check ((conflict is null) = (scores is not null) and (conflict is null or (advice is null and comment is null)))
);

-- Somebody says that they act for an organisation; the office looks into it.
create table organisation_claim (
  id uuid primary key,
  edition_id uuid not null references edition on delete cascade,
  call_id uuid references call on delete set null,
  account_id uuid not null references account on delete cascade,
  organisation_id uuid references organisation on delete cascade,
  -- As it was written by whoever did not find it in the registry.
  organisation_name text check (length(organisation_name) between 1 and 300),
  says text not null check (length(says) between 1 and 2000),
  state text not null check (state in ('asked', 'granted', 'refused')),
  asked_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  reason text,
  constraint claim_of_what check (organisation_id is not null or organisation_name is not null),
  constraint claim_decided check ((state = 'asked') = (decided_at is null)),
  constraint claim_granted check (state <> 'granted' or organisation_id is not null)
);
create unique index claim_once on organisation_claim (edition_id, account_id, organisation_id, lower(organisation_name)) nulls not distinct
  where state = 'asked';

-- What an activity's host wishes of its place and hour, for whoever makes the schedule.
create table activity_wish (
  activity_id uuid primary key references activity on delete cascade,
  -- Length that the agenda takes.
  minutes integer check (minutes between 5 and 10000),
  days date[] not null default '{}',
  avoided_days date[] not null default '{}',
  parts text[] not null default '{}' check (parts <@ '{morning,afternoon,evening}'),
  expected integer check (expected >= 0),
  layout text,
  equipment text[] not null default '{}',
  interpretation text[] not null default '{}',
  streamed boolean not null default false,
  note localised
);
-- Venues and rooms, the most wished first.
create table activity_wish_place (
  activity_id uuid not null references activity_wish on delete cascade,
  place_id uuid not null references place on delete cascade,
  position integer not null,
  primary key (activity_id, place_id)
);

-- The desk has a page beside those of the editions.
alter table edition add constraint edition_slug_no_desk check (slug <> 'open-calls');
