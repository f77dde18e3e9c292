-- A portrait that was handed in where its giver was told that the public sees it. Those from before stay with the desks.
alter table person_page add column portrait_public boolean not null default false;

-- The bytes that the current publication of an edition shows: given out by their hash, and not thrown away before the next one does without.
create table published_file (
  edition_id uuid not null references edition on delete cascade,
  sha256 bytea not null check (length(sha256) = 32),
  primary key (edition_id, sha256)
);
create index published_file_sha256 on published_file (sha256);
