-- Who is reminded of a milestone; nobody in particular: the organising office.
alter table milestone add column answerable_id uuid references account on delete set null;

-- Milestones that are there already are reminded of as new ones are (src/boards/preparation/plan/reminders.server.ts): seven days and one day
-- before their day, and on the day after it, at nine on the wall of the edition.
insert into timer (kind, key, due_at, payload)
select 'milestone-reminder', m.id || ' ' || d.days, at.at, jsonb_build_object('milestone', m.id, 'days', d.days, 'dueOn', m.due_on)
from milestone m join edition e on e.id = m.edition_id
  cross join (values (7), (1), (-1)) as d (days)
  cross join lateral (select ((m.due_on - d.days)::timestamp + interval '9 hours') at time zone e.time_zone as at) at
where m.done_on is null and not m.sample and at.at > now();
