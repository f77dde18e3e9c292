-- The city that an activity belongs to: that of the last room it had. Taken out of the schedule it still belongs there, so that nobody
-- proposes another city for what is hosted abroad.
create function site_of_place(place_id uuid) returns uuid language sql stable as $$
  with recursive up as (
    select p.id, p.parent_id, p.kind from place p where p.id = place_id
    union all select p.id, p.parent_id, p.kind from place p join up on p.id = up.parent_id
  ) select id from up where kind = 'site' limit 1
$$;

alter table activity add column site_id uuid references place on delete set null;
update activity set site_id = site_of_place(room_id) where room_id is not null;

create function keep_activity_site() returns trigger language plpgsql as $$
begin
  if new.room_id is not null then new.site_id := coalesce(site_of_place(new.room_id), new.site_id); end if;
  return new;
end $$;
create trigger activity_keeps_its_site before insert or update of room_id on activity for each row execute function keep_activity_site();
