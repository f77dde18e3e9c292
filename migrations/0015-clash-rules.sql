-- The rules that a schedule is held to, what they look at, and what was decided of the clashes they find.

-- Levels by rule, and minutes of ways that `travel` does not name; what is not there is as src/boards/programme/schedule/desk-schedule.ts has it.
create table schedule_rules (
  edition_id uuid primary key references edition on delete cascade,
  levels jsonb not null default '{}' check (jsonb_typeof(levels) = 'object' and coalesce(levels ->> 'room', 'blocks-placing') = 'blocks-placing'),
  walking jsonb not null default '{}' check (jsonb_typeof(walking) = 'object'),
  -- Raised by every change of the rules and of what follows below.
  version integer not null default 1
);

-- Local opening hours of a place and of what lies in it (without a place: of all). The hours of a date go before those of a weekday, and
-- those before any others; 00:00 to 00:00 is closed.
create table place_hours (
  id uuid primary key,
  edition_id uuid not null references edition on delete cascade,
  place_id uuid references place on delete cascade,
  on_date date,
  weekday integer check (weekday between 1 and 7),
  opens text not null check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  closes text not null check (closes ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$'),
  constraint hours_of_one_kind check (on_date is null or weekday is null),
  constraint hours_in_order check (opens < closes or (opens = '00:00' and closes = '00:00'))
);
create index place_hours_edition on place_hours (edition_id);

create table place_closure (
  id uuid primary key,
  edition_id uuid not null references edition on delete cascade,
  place_id uuid not null references place on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null check (length(reason) between 1 and 500),
  constraint closure_times check (starts_at < ends_at)
);
create index place_closure_edition on place_closure (edition_id, starts_at);

-- What a place can lend to the rooms in it, and how many at one time: movable equipment, and booths (`interpretation`).
create table place_stock (
  edition_id uuid not null references edition on delete cascade,
  place_id uuid not null references place on delete cascade,
  equipment slug not null,
  count integer not null check (count between 0 and 10000),
  primary key (edition_id, place_id, equipment)
);

create table shared_audience (
  edition_id uuid not null references edition on delete cascade,
  topic_a uuid not null references category on delete cascade,
  topic_b uuid not null references category on delete cascade,
  primary key (edition_id, topic_a, topic_b),
  constraint audience_once check (topic_a < topic_b)
);

-- A clash that somebody has taken on. It holds while the clash is as it was (`fingerprint`), and stays as a record when it is withdrawn.
create table clash_acceptance (
  id uuid primary key,
  edition_id uuid not null references edition on delete cascade,
  key text not null check (length(key) <= 8000),
  fingerprint text not null,
  rule text not null,
  activities uuid[] not null,
  reason text not null check (length(reason) between 1 and 1000),
  accepted_by text not null,
  accepted_at timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  constraint acceptance_withdrawn check ((withdrawn_by is null) = (withdrawn_at is null))
);
create unique index clash_accepted_once on clash_acceptance (edition_id, md5(key)) where withdrawn_at is null;

-- A timetable that is being worked out, or was: what was asked, how far it is, what came of it.
create table timetable_run (
  id uuid primary key,
  edition_id uuid not null references edition on delete cascade,
  state text not null check (state in ('running', 'done', 'cancelled', 'failed')),
  -- What stays, weights, seconds; and where every activity stood when it began.
  asked jsonb not null,
  before jsonb not null,
  -- [[milliseconds, cost, unplaced], …]
  progress jsonb not null default '[]',
  solution jsonb,
  failure text,
  started_by text not null,
  started_at timestamptz not null,
  -- The process that works on it says so now and then; a run whose process fell silent has failed.
  heard_at timestamptz not null,
  ended_at timestamptz,
  cancel_asked_at timestamptz,
  constraint run_ended check ((state = 'running') = (ended_at is null))
);
create index timetable_run_edition on timetable_run (edition_id, started_at desc);
create unique index timetable_run_one on timetable_run (edition_id) where state = 'running';
