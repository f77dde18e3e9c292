-- The programme board: the working state, and the publications made from it.

create table edition_place (
  edition_id uuid not null references edition on delete cascade,
  place_id uuid not null references place,
  position integer not null,
  role text not null check (role in ('main', 'venue', 'sub-venue')),
  slug slug not null,
  primary key (edition_id, place_id),
  unique (edition_id, slug)
);
create table edition_organisation (
  edition_id uuid not null references edition on delete cascade,
  organisation_id uuid not null references organisation,
  role text not null check (role in ('lead', 'host', 'co-host', 'organiser', 'supporter')),
  position integer not null,
  primary key (edition_id, organisation_id, role)
);
-- What an edition knows of the registry, in the order in which it shows it, with the name that each has in the edition's addresses.
create table edition_registry (
  edition_id uuid not null references edition on delete cascade,
  kind text not null check (kind in ('organisation', 'person', 'result', 'field')),
  entry text not null,
  position integer not null,
  slug slug not null,
  primary key (edition_id, kind, entry),
  unique (edition_id, kind, slug)
);

create table category (
  id uuid primary key,
  edition_id uuid not null references edition on delete cascade,
  kind text not null check (kind in ('focus', 'topic')),
  slug slug not null,
  name localised not null,
  position integer not null,
  unique (edition_id, kind, slug) deferrable
);

create table activity (
  id uuid primary key,
  edition_id uuid not null references edition on delete cascade,
  guid uuid not null,
  number integer not null check (number > 0),
  position integer not null,
  slug slug not null,
  board text not null check (board in ('main', 'forum', 'exhibition', 'exchange', 'release', 'contest', 'side')),
  kind text not null check (kind in ('ceremony', 'plenary', 'parallel-forum', 'exhibition', 'exchange', 'release', 'contest-round',
    'signing', 'side-event', 'year-round', 'press', 'other')),
  state text not null check (state in ('planned', 'scheduled', 'published', 'live', 'held', 'cancelled', 'postponed')),
  title localised not null,
  subtitle localised,
  abstract localised,
  description localised,
  focus_id uuid references category,
  topic_id uuid references category,
  languages text[] not null default '{}',
  interpretation text[] not null default '{}',
  streamed boolean not null default false,
  stream_url text check (stream_url ~ '^https?://'),
  access text not null check (access in ('open', 'registered', 'invited')),
  capacity integer check (capacity >= 0),
  room_id uuid references place,
  starts_at timestamptz,
  ends_at timestamptz,
  first_planned_starts_at timestamptz,
  shares_room text,
  links jsonb not null default '[]',
  type_label text,
  sample boolean not null default false,
  version integer not null default 1,
  unique (edition_id, slug) deferrable,
  unique (edition_id, guid) deferrable,
  unique (edition_id, number) deferrable,
  constraint activity_times check ((starts_at is null) = (ends_at is null) and starts_at <= ends_at)
);
create index activity_edition on activity (edition_id, position);

create table session (
  id uuid primary key,
  activity_id uuid not null references activity on delete cascade,
  guid uuid not null,
  number integer not null check (number > 0),
  position integer not null,
  slug slug not null,
  kind text not null check (kind in ('opening', 'keynote', 'talk', 'panel', 'pitch', 'release', 'signing', 'ceremony', 'demonstration',
    'break', 'closing', 'other')),
  title localised not null,
  abstract localised,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  room_id uuid references place,
  languages text[] not null default '{}',
  cancelled boolean not null default false,
  links jsonb not null default '[]',
  version integer not null default 1,
  unique (activity_id, slug) deferrable,
  unique (activity_id, guid) deferrable,
  constraint session_times check (starts_at <= ends_at)
);
create index session_activity on session (activity_id, position);

create table activity_field (
  activity_id uuid not null references activity on delete cascade,
  field text not null references field_of_technology,
  position integer not null,
  primary key (activity_id, field)
);
create table activity_organisation (
  activity_id uuid not null references activity on delete cascade,
  organisation_id uuid not null references organisation,
  role text not null check (role in ('lead', 'host', 'co-host', 'organiser', 'supporter')),
  position integer not null,
  primary key (activity_id, organisation_id, role)
);
create table activity_person (
  activity_id uuid not null references activity on delete cascade,
  person_id uuid not null references person,
  role text not null check (role in ('speaker', 'chair', 'moderator', 'panellist', 'guest-of-honour', 'host', 'judge')),
  position integer not null,
  primary key (activity_id, person_id, role)
);
create table session_person (
  session_id uuid not null references session on delete cascade,
  person_id uuid not null references person,
  role text not null check (role in ('speaker', 'chair', 'moderator', 'panellist', 'guest-of-honour', 'host', 'judge')),
  position integer not null,
  primary key (session_id, person_id, role)
);
create table session_result (
  session_id uuid not null references session on delete cascade,
  result_id uuid not null references result,
  position integer not null,
  primary key (session_id, result_id)
);
create table result_step (
  result_id uuid not null references result on delete cascade,
  position integer not null,
  stage text not null check (stage in ('science', 'technology', 'product', 'market')),
  what localised not null,
  happened_on date not null,
  activity_id uuid references activity on delete set null,
  primary key (result_id, position)
);

-- A room is never double-booked: every time in a room is a booking, and two bookings of one room never overlap, unless both parties
-- were told so (shares_room) or the place is meant for many things at once (place.parallel). Sessions in their activity's own room are
-- part of its booking. Checked at the end of the transaction, so that two activities can change places.
create table booking (
  room_id uuid not null references place,
  during tstzrange not null,
  activity_id uuid references activity on delete cascade,
  session_id uuid references session on delete cascade,
  shared boolean not null,
  constraint booking_owner check ((activity_id is null) <> (session_id is null)),
  constraint room_never_double_booked exclude using gist (room_id with =, during with &&) where (not shared) deferrable initially deferred
);
create unique index booking_activity on booking (activity_id) where activity_id is not null;
create unique index booking_session on booking (session_id) where session_id is not null;

create function book_activity() returns trigger language plpgsql as $$
begin
  delete from booking where activity_id = new.id;
  delete from booking where session_id in (select id from session where activity_id = new.id);
  if new.state not in ('cancelled', 'postponed') then
    if new.room_id is not null and new.starts_at is not null then
      insert into booking
      select new.room_id, tstzrange(new.starts_at, new.ends_at), new.id, null, new.shares_room is not null or parallel
      from place where id = new.room_id;
    end if;
    insert into booking
    select s.room_id, tstzrange(s.starts_at, s.ends_at), null, s.id, new.shares_room is not null or p.parallel
    from session s join place p on p.id = s.room_id
    where s.activity_id = new.id and not s.cancelled and s.room_id is distinct from new.room_id;
  end if;
  return null;
end $$;
create trigger book_activity after insert or update of room_id, starts_at, ends_at, state, shares_room on activity
  for each row execute function book_activity();

create function book_session() returns trigger language plpgsql as $$
begin
  delete from booking where session_id = new.id;
  insert into booking
  select new.room_id, tstzrange(new.starts_at, new.ends_at), null, new.id, a.shares_room is not null or p.parallel
  from activity a, place p
  where a.id = new.activity_id and p.id = new.room_id and not new.cancelled and new.room_id is distinct from a.room_id
    and a.state not in ('cancelled', 'postponed');
  return null;
end $$;
create trigger book_session after insert or update of room_id, starts_at, ends_at, cancelled on session
  for each row execute function book_session();

-- What the public reads: numbered, immutable.
create table publication (
  id uuid primary key,
  edition_id uuid not null references edition,
  number integer not null check (number > 0),
  published_at timestamptz not null,
  -- gzip of the canonical JSON of the whole publication, and the SHA-256 of that JSON.
  body bytea not null,
  body_sha256 bytea not null check (length(body_sha256) = 32),
  activities integer not null,
  changes integer not null,
  unique (edition_id, number)
);
alter table publication alter column body set storage external;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger publication_is_immutable before update or delete on publication for each row execute function refuse_change();
create trigger publication_is_not_emptied before truncate on publication for each statement execute function refuse_change();

-- Tells every process that a publication is there; sent when the transaction commits.
create function tell_publication() returns trigger language plpgsql as $$
begin
  perform pg_notify('publication', new.edition_id::text || ' ' || new.number);
  return null;
end $$;
create trigger tell_publication after insert on publication for each row execute function tell_publication();

-- Everything that changed, who did it, in which role; append-only, each entry holding the hash of the one before.
create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  role text not null,
  verb text not null,
  subject text not null,
  before jsonb,
  after jsonb,
  previous_sha256 bytea not null,
  sha256 bytea not null unique
);
create trigger audit_is_append_only before update or delete on audit_entry for each row execute function refuse_change();
create trigger audit_is_not_emptied before truncate on audit_entry for each statement execute function refuse_change();

-- The first answer to a request, given again when the request comes again.
create table idempotency (
  actor text not null,
  key text not null check (length(key) <= 200),
  verb text not null,
  input_sha256 bytea not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (actor, key)
);

-- Domain events, kept in the transaction of the change that they tell of.
create table outbox_event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  type text not null,
  payload jsonb not null,
  handled_at timestamptz
);
create index outbox_open on outbox_event (id) where handled_at is null;
