-- The end of the audit trail, kept beside it: entries that are taken away from the end show too. Written by the trail's own trigger alone.
create table audit_head (
  one boolean primary key default true check (one),
  entry bigint not null,
  sha256 bytea not null,
  since timestamptz not null
);
insert into audit_head (entry, sha256, since) select id, sha256, now() from audit_entry order by id desc limit 1;

create function anchor_audit() returns trigger language plpgsql as $$
declare head bytea;
begin
  select sha256 into head from audit_head;
  if new.previous_sha256 is distinct from coalesce(head, decode(repeat('00', 32), 'hex')) then
    raise exception 'entry % does not follow the last of the audit trail', new.id;
  end if;
  insert into audit_head (entry, sha256, since) values (new.id, new.sha256, new.at)
    on conflict (one) do update set entry = excluded.entry, sha256 = excluded.sha256;
  return null;
end $$;
create trigger audit_is_anchored after insert on audit_entry for each row execute function anchor_audit();

create function refuse_other_hands() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 or tg_op = 'DELETE' then
    raise exception '% is written by the audit trail alone', tg_table_name;
  end if;
  return new;
end $$;
create trigger audit_head_is_kept before insert or update or delete on audit_head for each row execute function refuse_other_hands();
create trigger audit_head_is_not_emptied before truncate on audit_head for each statement execute function refuse_change();
