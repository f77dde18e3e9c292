-- The press room of an edition: what was said to the press, with the figures as they were told, and the letters and messages it was sent.

-- One press event; it points at an activity of the edition once there is one.
create table press_record (
  id uuid primary key,
  edition_id uuid not null references edition on delete cascade,
  activity_id uuid references activity on delete set null,
  held_on date not null,
  title localised not null,
  statement localised,
  sample boolean not null default false,
  version integer not null default 1
);
create index press_record_edition on press_record (edition_id, held_on);

-- Who spoke, in words; with the person of the registry where it is one.
create table press_speaker (
  record_id uuid not null references press_record on delete cascade,
  position integer not null,
  told localised not null,
  person_id uuid references person on delete set null,
  primary key (record_id, position)
);

create table press_answer (
  record_id uuid not null references press_record on delete cascade,
  position integer not null,
  question localised not null,
  answer localised,
  primary key (record_id, position)
);

create table press_picture (
  file_id uuid primary key references file on delete cascade,
  record_id uuid not null references press_record on delete cascade,
  caption localised not null,
  added_at timestamptz not null
);
create index press_picture_record on press_picture (record_id, added_at);

-- The figures of a publication as they were told on an occasion: what was told stays told, so a record that has some is not removed either.
create table press_figures (
  record_id uuid not null references press_record,
  number integer not null,
  told_at timestamptz not null,
  -- [{ "key", "value" }]
  figures jsonb not null check (jsonb_typeof(figures) = 'array'),
  -- { "zh": [sentence], "en": [sentence] }
  sentences jsonb not null check (jsonb_typeof(sentences) = 'object'),
  primary key (record_id, number)
);
create trigger press_figures_are_immutable before update or delete on press_figures for each row execute function refuse_change();
create trigger press_figures_are_not_emptied before truncate on press_figures for each statement execute function refuse_change();

-- Letters of congratulation and messages, in the order in which the edition gives them.
create table edition_letter (
  id uuid primary key,
  edition_id uuid not null references edition on delete cascade,
  kind text not null check (kind in ('congratulation', 'message')),
  sender localised not null,
  written_on date not null,
  body localised not null,
  position integer not null default 1,
  released boolean not null default false,
  sample boolean not null default false,
  version integer not null default 1
);
create index edition_letter_edition on edition_letter (edition_id, position);
