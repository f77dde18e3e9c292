-- The schedule desk: what stands fast, and what an activity keeps while it waits to be placed again.
alter table activity add column locked boolean not null default false;
-- The hours it had when it was taken out: how long it lasts, and what the times of its sessions are counted from.
alter table activity add column kept_starts_at timestamptz;
alter table activity add column kept_ends_at timestamptz;
alter table activity add constraint activity_kept_hours check (
  (kept_starts_at is null) = (kept_ends_at is null) and kept_starts_at <= kept_ends_at and (kept_starts_at is null or starts_at is null)
);
