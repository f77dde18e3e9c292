-- The registry: what every board shares.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Localised text: {"source": "zh", "texts": {"zh": "…", "en": "…"}, "machine": ["en"], "outdated": ["en"]}
create domain localised as jsonb check (
  value is null
  or (jsonb_typeof(value -> 'texts') = 'object' and jsonb_typeof(value -> 'source') = 'string' and (value -> 'texts') ? (value ->> 'source'))
);
create domain slug as text check (value is null or value ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(value) <= 120);
create domain country as text check (value is null or value ~ '^[A-Z]{2}$');
create domain time_zone as text check (value is null or value ~ '^[A-Za-z0-9_+/-]{1,64}$');

-- The one form that instants are told in: 2022-11-26T01:00:00Z, with fractions of a second only where there are any.
create function instant_text(at timestamptz) returns text language sql immutable parallel safe
  return replace(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '.000Z', 'Z');

create table series (
  id uuid primary key,
  slug slug not null unique,
  name localised not null,
  theme localised,
  about localised,
  founded integer,
  sample boolean not null default false
);

create table edition (
  id uuid primary key,
  series_id uuid not null references series,
  slug slug not null unique,
  year integer not null check (year between 1800 and 3000),
  name localised not null,
  theme localised,
  about localised,
  status text not null check (status in ('planned', 'announced', 'open', 'closed', 'archived')),
  languages text[] not null,
  time_zone time_zone not null,
  starts_on date,
  ends_on date,
  figures jsonb not null default '[]',
  milestones jsonb not null default '[]',
  sample boolean not null default false,
  -- Raised by every change of anything in the edition, so that two people never overwrite each other unseen.
  version integer not null default 1,
  -- A page's address starts with a language or an edition, so no edition is called like a language.
  constraint edition_slug_free check (slug !~ '^[a-z]{2}$' and slug not in ('api', 'healthz', 'readyz', 'metrics', 'assets', 'desk', 'door')),
  constraint edition_days check ((starts_on is null) = (ends_on is null) and starts_on <= ends_on)
);

create table edition_date_change (
  edition_id uuid not null references edition on delete cascade,
  position integer not null,
  announced_on date not null,
  from_starts_on date,
  from_ends_on date,
  to_starts_on date,
  to_ends_on date,
  reason localised not null,
  primary key (edition_id, position)
);

create table field_of_technology (
  code text primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name localised not null,
  parent text references field_of_technology,
  ipc text[] not null default '{}',
  position integer not null default 0,
  constraint ipc_subclasses check (array_to_string(ipc, ' ') ~ '^([A-H][0-9]{2}[A-Z]( |$))*$')
);

create table organisation (
  id uuid primary key,
  slug slug not null,
  name localised not null,
  kind text not null check (kind in ('ministry', 'central-body', 'government', 'academy', 'university', 'institute', 'company',
    'transfer-organisation', 'association', 'international-organisation', 'other')),
  country country,
  parent_id uuid references organisation,
  ror text check (ror ~ '^0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}$'),
  uscc text check (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  url text check (url ~ '^https?://'),
  about localised,
  sample boolean not null default false
);

create table person (
  id uuid primary key,
  slug slug not null,
  name localised not null,
  country country,
  biography localised,
  orcid text check (orcid ~ '^[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$'),
  languages text[] not null default '{}',
  -- What of the person the public does not read is explicit, field by field.
  hidden text[] not null default '{}' check (hidden <@ '{country,biography,affiliations,orcid,languages}'),
  sample boolean not null default false
);

create table membership (
  person_id uuid not null references person on delete cascade,
  organisation_id uuid not null references organisation,
  position localised,
  rank integer not null default 0,
  primary key (person_id, organisation_id)
);

create table place (
  id uuid primary key,
  slug slug not null,
  kind text not null check (kind in ('site', 'venue', 'floor', 'hall', 'room')),
  parent_id uuid references place,
  name localised not null,
  time_zone time_zone,
  country country,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  address localised,
  capacity integer check (capacity >= 0),
  layouts jsonb not null default '[]',
  equipment text[] not null default '{}',
  parallel boolean not null default false,
  sample boolean not null default false,
  constraint site_has_zone check (kind <> 'site' or time_zone is not null),
  constraint site_is_root check (kind <> 'site' or parent_id is null)
);
create index place_parent on place (parent_id);

create table travel (
  from_place uuid not null references place on delete cascade,
  to_place uuid not null references place on delete cascade,
  minutes integer not null check (minutes between 0 and 10000),
  primary key (from_place, to_place)
);

create table result (
  id uuid primary key,
  slug slug not null,
  title localised not null,
  abstract localised,
  field text references field_of_technology,
  readiness integer check (readiness between 1 and 9),
  stage text not null check (stage in ('science', 'technology', 'product', 'market')),
  category localised,
  hard_technology boolean not null default false,
  sample boolean not null default false
);

create table result_owner (
  result_id uuid not null references result on delete cascade,
  organisation_id uuid not null references organisation,
  rank integer not null default 0,
  primary key (result_id, organisation_id)
);
