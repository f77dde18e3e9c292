-- What is carried on after its transaction: domain events, things to be done at an hour, mails. Each row is its own record of what was tried.
alter table outbox_event
  add attempts integer not null default 0,
  -- Not before this moment, after an attempt that failed.
  add retry_at timestamptz,
  add failure text,
  -- When it was set aside so that the events behind it could go on.
  add given_up_at timestamptz;
drop index outbox_open;
create index outbox_open on outbox_event (type, id) where handled_at is null and given_up_at is null;
create index outbox_given_up on outbox_event (id) where given_up_at is not null;

-- Something to be done at an hour: one of each kind and key, gone once it is done.
create table timer (
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  key text not null,
  due_at timestamptz not null,
  payload jsonb not null,
  attempts integer not null default 0,
  retry_at timestamptz,
  failure text,
  given_up_at timestamptz,
  primary key (kind, key)
);
create index timer_due on timer ((coalesce(retry_at, due_at))) where given_up_at is null;

-- `kept`: a demonstration without a mail server; it would have gone.
alter table message drop constraint message_state_check;
alter table message
  add constraint message_state_check check (state in ('held', 'queued', 'sent', 'kept', 'failed', 'discarded')),
  add retry_at timestamptz,
  add constraint message_sent_at check ((state in ('sent', 'kept')) = (sent_at is not null));
drop index message_due;
create index message_due on message ((coalesce(retry_at, due_at))) where state = 'queued';
create index message_account on message (account_id) where account_id is not null;
create index message_batch_edition on message_batch (edition_id, written_at desc);

-- A message that went out, or was discarded, is the record of who was told what.
create function message_is_record() returns trigger language plpgsql as $$
begin
  if old.state in ('sent', 'kept', 'discarded') and (new.state, new.subject, new.body, new.to_address, new.attachments, new.sent_at)
    is distinct from (old.state, old.subject, old.body, old.to_address, old.attachments, old.sent_at) then
    raise exception 'a message that was % is not changed', old.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger message_is_record before update on message for each row execute function message_is_record();

-- Whoever carries on is woken when the transaction commits.
create function wake() returns trigger language plpgsql as $$
begin
  perform pg_notify('jobs', tg_argv[0]);
  return null;
end $$;
create trigger outbox_event_wakes after insert on outbox_event for each statement execute function wake('events');
create trigger timer_wakes after insert or update of due_at on timer for each statement execute function wake('timers');
create trigger message_wakes after insert or update of state on message for each row when (new.state = 'queued') execute function wake('mail');
