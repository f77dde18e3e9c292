-- An activity belongs to the city of its first room. Placed in another it still belongs there, which is a clash that the desk tells; the
-- office says where it belongs from then on.
create or replace function keep_activity_site() returns trigger language plpgsql as $$
begin
  if new.site_id is null and new.room_id is not null then new.site_id := site_of_place(new.room_id); end if;
  return new;
end $$;
