-- Notices (公告): official messages of an edition. Once issued they are replaced or withdrawn, never edited.
create table notice (
  id uuid primary key,
  edition_id uuid not null references edition,
  state text not null check (state in ('draft', 'issued', 'replaced', 'withdrawn')),
  -- Counted for each edition, given when it is issued, without gaps.
  number integer check (number > 0),
  kind text not null check (kind in ('announcement', 'postponement', 'programme-change', 'traffic-control', 'safety')),
  -- In whose name it is issued.
  issuer localised not null,
  title localised not null,
  body localised not null,
  -- `null`: from its issue; until further notice.
  valid_from timestamptz,
  valid_until timestamptz,
  -- {"is": "everybody"} | {"is": "hosts"} | {"is": "board", "board": "forum"} | {"is": "activity", "activity": "5f…"}
  audience jsonb not null check (audience ->> 'is' in ('everybody', 'hosts', 'board', 'activity')),
  -- GeoJSON (RFC 7946): a FeatureCollection of lines and areas with what binds there.
  area jsonb check (area ->> 'type' = 'FeatureCollection'),
  replaces_id uuid references notice,
  version integer not null default 1,
  written_by text not null,
  written_at timestamptz not null,
  issued_by text,
  issued_at timestamptz,
  ended_by text,
  ended_at timestamptz,
  withdrawn_because localised,
  replaced_by_id uuid references notice,
  sample boolean not null default false,
  unique (edition_id, number),
  constraint notice_issued check ((state = 'draft') = (number is null) and (number is null) = (issued_at is null) and (issued_at is null) = (issued_by is null)),
  constraint notice_ended check ((state in ('replaced', 'withdrawn')) = (ended_at is not null) and (ended_at is null) = (ended_by is null)),
  constraint notice_withdrawn check ((state = 'withdrawn') = (withdrawn_because is not null)),
  constraint notice_replaced check ((state = 'replaced') = (replaced_by_id is not null)),
  constraint notice_validity check (valid_from is null or valid_until is null or valid_from < valid_until)
);
-- A notice is replaced by one.
create unique index notice_replaced_once on notice (replaces_id) where replaces_id is not null and state <> 'draft';

create function notice_is_official() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state <> 'draft' then raise exception 'an issued notice stays' using errcode = 'restrict_violation'; end if;
    return old;
  end if;
  if tg_op = 'UPDATE' and old.state <> 'draft' then
    if old.state <> 'issued' or new.state not in ('replaced', 'withdrawn') then
      raise exception 'an issued notice is replaced or withdrawn, never edited' using errcode = 'restrict_violation';
    end if;
    if (new.id, new.edition_id, new.number, new.kind, new.issuer::jsonb, new.title::jsonb, new.body::jsonb, new.valid_from, new.valid_until, new.audience,
        new.area, new.replaces_id, new.written_by, new.written_at, new.issued_by, new.issued_at, new.sample)
      is distinct from (old.id, old.edition_id, old.number, old.kind, old.issuer::jsonb, old.title::jsonb, old.body::jsonb, old.valid_from,
        old.valid_until, old.audience, old.area, old.replaces_id, old.written_by, old.written_at, old.issued_by, old.issued_at, old.sample) then
      raise exception 'the words of an issued notice are not changed' using errcode = 'restrict_violation';
    end if;
  end if;
  if new.number is not null and (tg_op = 'INSERT' or old.number is null)
    and new.number <> 1 + (select count(*) from notice where edition_id = new.edition_id and number is not null and id <> new.id) then
    raise exception 'numbers of notices have no gaps' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger notice_is_official before insert or update or delete on notice for each row execute function notice_is_official();

-- Every process holds the issued notices in memory.
create function tell_notice() returns trigger language plpgsql as $$
begin
  perform pg_notify('notice', new.edition_id::text);
  return null;
end $$;
create trigger tell_notice after insert or update on notice for each row when (new.state <> 'draft') execute function tell_notice();
