-- How an edition is prepared: its plan of milestones, and what waits for what.

-- One thing to be done by a day; `days` of work before it.
create table milestone (
  id uuid primary key,
  edition_id uuid not null references edition on delete cascade,
  title localised not null,
  owner localised not null,
  due_on date not null,
  days integer not null default 1 check (days between 0 and 1000),
  done_on date,
  note localised,
  sample boolean not null default false,
  version integer not null default 1
);
create index milestone_edition on milestone (edition_id, due_on);

-- What waits for what. That nothing waits for itself along the way is checked by whoever changes it, holding the edition.
create table milestone_wait (
  milestone_id uuid not null references milestone on delete cascade,
  waits_for uuid not null references milestone on delete cascade,
  primary key (milestone_id, waits_for),
  constraint milestone_waits_for_another check (milestone_id <> waits_for)
);
