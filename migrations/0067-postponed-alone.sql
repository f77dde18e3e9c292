-- What was put off by itself stays so when its edition is given days again; what was put off with its edition is on again then.
alter table activity add column postponed_alone boolean not null default false;
update activity a set postponed_alone = true from edition e where e.id = a.edition_id and a.state = 'postponed' and e.starts_on is not null;
alter table activity add check (not postponed_alone or state = 'postponed');

-- As src/registry/takes-place.ts has it.
create function takes_place(a activity, e edition) returns boolean language sql immutable
  return a.state <> 'cancelled' and (a.state <> 'postponed'
    or (e.starts_on is null and e.status not in ('closed', 'archived') and not a.postponed_alone and a.kind <> 'year-round'));
