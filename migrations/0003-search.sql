-- What the public finds: documents made from the current publication of each edition, in the transaction that publishes it, and from
-- nothing else. All of it can be made again from the publications.
create table search_edition (
  edition_id uuid primary key references edition on delete cascade,
  -- As published: the working tables may hold names and years that are not public yet.
  slug slug not null,
  year integer not null,
  name localised not null
);

create table search_document (
  id bigint generated always as identity primary key,
  edition_id uuid not null references search_edition on delete cascade,
  type text not null check (type in ('activity', 'session', 'person', 'organisation', 'place', 'result')),
  -- Below the language: /2022/activities/brain-computer-interface-forum
  path text not null,
  starts_at timestamptz,
  -- {"title": localised, "parts": [localised, …]}: what hits are shown in.
  texts jsonb not null,
  -- Title and names alone, small enough to stand in the row: thousands of hits are ranked without fetching what lies outside of it.
  head tsvector not null,
  words tsvector not null,
  -- Its words as they can be put in place of mistyped ones.
  terms text[] not null,
  -- SHA-256 of what it was made of: a publication writes only what is different.
  digest bytea not null check (length(digest) = 32),
  unique (edition_id, path)
);
alter table search_document alter column head set storage main;
-- Entries wait in a list and are sorted in at the end of each publication (gin_clean_pending_list): many at once cost far less.
create index search_document_words on search_document using gin (words) with (gin_pending_list_limit = 65536);

-- The words there are, for words that are mistyped. Variants are the word with up to one character left out: two words that are one
-- slip apart (a character more, less, another, or two exchanged) share a variant, in any script.
create table search_term (
  edition_id uuid not null references search_edition on delete cascade,
  term text not null,
  documents integer not null,
  variants text[] not null,
  primary key (edition_id, term)
);
create index search_term_variants on search_term using gin (variants) with (gin_pending_list_limit = 65536);
create index search_term_similar on search_term using gin (term gin_trgm_ops) with (gin_pending_list_limit = 65536);

-- Documents that match, with how well title and names do. By the index only: the planner knows nothing of the cost of fetching `words`,
-- takes the scan of the whole table for cheap, and is three times slower for common words.
create function search_matches(match tsquery, rank tsquery, phrase tsquery, edition uuid)
  returns table (id bigint, edition_id uuid, type text, starts_at timestamptz, score double precision)
  language sql stable parallel safe set enable_seqscan = off as $$
    select d.id, d.edition_id, d.type, d.starts_at,
      ts_rank('{0.1, 0.2, 0.5, 1}', d.head, rank, 1) + case when d.head @@ phrase then 0.5 else 0 end
    from search_document d
    where d.words @@ match and (edition is null or d.edition_id = edition)
  $$;

create function search_holds(query tsquery) returns boolean
  language sql stable parallel safe set enable_seqscan = off as $$
    select exists (select from search_document d where d.words @@ query)
  $$;
