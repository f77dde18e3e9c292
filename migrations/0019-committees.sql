-- The committees of an edition: who sits in them, when they meet and what they decide.

create table committee (
  id uuid primary key,
  edition_id uuid not null references edition on delete cascade,
  kind text not null check (kind in ('organising', 'executive', 'other')),
  name localised not null,
  mandate localised,
  since date,
  until date,
  sample boolean not null default false,
  version integer not null default 1,
  constraint committee_ends_after_it_begins check (until >= since)
);
create index committee_edition on committee (edition_id);

-- A person of the registry, or the post that sends whoever holds it. Members end and stay on record.
create table committee_member (
  id uuid primary key,
  committee_id uuid not null references committee on delete cascade,
  person_id uuid references person,
  post localised,
  role text not null check (role in ('chair', 'vice-chair', 'secretary', 'member')),
  since date not null,
  until date,
  sample boolean not null default false,
  version integer not null default 1,
  constraint member_is_person_or_post check ((person_id is null) <> (post is null)),
  constraint member_ends_after_beginning check (until >= since),
  constraint member_sits_once_at_a_time exclude using gist (committee_id with =, person_id with =, daterange(since, until, '[]') with &&)
);
create index committee_member_committee on committee_member (committee_id);

-- Day and hour are those of the edition's wall; the hour may not be known.
create table committee_meeting (
  id uuid primary key,
  committee_id uuid not null references committee on delete cascade,
  title localised not null,
  meets_on date not null,
  meets_at time,
  place localised,
  state text not null default 'planned' check (state in ('planned', 'held')),
  agenda localised,
  minutes localised,
  sample boolean not null default false,
  version integer not null default 1
);
create index committee_meeting_committee on committee_meeting (committee_id, meets_on);

create table committee_decision (
  id uuid primary key,
  meeting_id uuid not null references committee_meeting on delete cascade,
  said localised not null,
  owner localised not null,
  due_on date,
  done_on date,
  sample boolean not null default false,
  version integer not null default 1
);
create index committee_decision_meeting on committee_decision (meeting_id);
