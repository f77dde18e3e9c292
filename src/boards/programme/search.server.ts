/** Search over what is published, in every edition at once: the index, and how it is asked. */
import { createHash } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import { corrected, suspectsOf, variantsOf, type Candidate } from '#platform/search/correct.ts';
import { anyQuery, matchQuery, parseQuery, rankQuery, sideBySide, termQuery, type ParsedQuery } from '#platform/search/query.ts';
import { Vector } from '#platform/search/vector.ts';
import type { Localised } from '#registry/text.ts';
import type { SearchAnswer, SearchHit, SearchQuery } from './house.ts';
import type { Publication } from './publication.ts';
import { documentsOf, lineOf, type SearchDocument } from './search-documents.ts';
import { shownHit, type FoundRow } from './search-hit.ts';

/** Documents sent in one statement. */
const BATCH = 500;
/** Up to so many hits are ranked by all of their words, more by title and names alone. */
const RANKED_WHOLE = 300;
const MOST_HITS = 100;
const LAST_OFFSET = 10_000;

/** Raised when documents are to be read otherwise, so that the next publication writes all of them anew. */
const READING = 1;

/** Makes this publication what can be found of its edition. Called in the transaction that publishes it. */
export async function indexPublication(tx: Transaction<DB>, publication: Pick<Publication, 'content'>): Promise<void> {
  const { edition } = publication.content;
  await writeIndex(tx, edition, documentsOf(publication));
}

/** The same for documents made elsewhere. Their paths are all different. Only what is not there yet in this form is written. */
export async function writeIndex(
  tx: Transaction<DB>,
  edition: { id: string; slug: string; year: number; name: Localised },
  documents: readonly SearchDocument[],
): Promise<void> {
  await sql`insert into search_edition (edition_id, slug, year, name)
    values (${edition.id}, ${edition.slug}, ${edition.year}, ${JSON.stringify(edition.name)})
    on conflict (edition_id) do update set slug = excluded.slug, year = excluded.year, name = excluded.name`.execute(tx);
  const { rows: there } = await sql<{ id: number; digest: string }>`
    select id, encode(digest, 'hex') as digest from search_document where edition_id = ${edition.id}`.execute(tx);
  const digests = new Map(documents.map((document) => [digestOf(document), document]));
  const gone = there.filter(({ digest }) => !digests.delete(digest)).map(({ id }) => id);
  const fresh = [...digests];
  if (gone.length + fresh.length === 0) return;
  await sql`delete from search_document where id = any(${gone}::bigint[])`.execute(tx);
  for (let from = 0; from < fresh.length; from += BATCH) {
    const rows = fresh.slice(from, from + BATCH).map(([digest, document]) => ({ ...rowOf(document), digest }));
    await sql`insert into search_document (edition_id, type, path, starts_at, texts, head, words, terms, digest)
      select ${edition.id}, type, path, starts_at, texts, head::tsvector, words::tsvector, terms, decode(digest, 'hex')
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (type text, path text, starts_at timestamptz, texts jsonb, head text, words text, terms text[], digest text)`.execute(tx);
  }
  await writeTerms(tx, edition.id);
  await sql`select gin_clean_pending_list('search_document_words'), gin_clean_pending_list('search_term_variants'),
    gin_clean_pending_list('search_term_similar')`.execute(tx);
}

/** Brings the words that there are up to the documents that there are. */
async function writeTerms(tx: Transaction<DB>, edition: string): Promise<void> {
  const { rows: fresh } = await sql<{ term: string; documents: number }>`
    with now as (
      select term, count(*)::integer as documents from search_document d, unnest(d.terms) as term
      where d.edition_id = ${edition} group by term
    ), gone as (
      delete from search_term t where t.edition_id = ${edition} and not exists (select from now where now.term = t.term)
    ), changed as (
      update search_term t set documents = now.documents from now
      where t.edition_id = ${edition} and t.term = now.term and t.documents <> now.documents
    )
    select term, documents from now where not exists (select from search_term t where t.edition_id = ${edition} and t.term = now.term)`.execute(
    tx,
  );
  for (let from = 0; from < fresh.length; from += 5000) {
    const rows = fresh.slice(from, from + 5000).map((row) => ({ ...row, variants: variantsOf(row.term) }));
    await sql`insert into search_term (edition_id, term, documents, variants)
      select ${edition}, term, documents, variants
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (term text, documents integer, variants text[])`.execute(tx);
  }
}

const digestOf = (document: SearchDocument): string =>
  createHash('sha256')
    .update(`${READING} ${JSON.stringify(document)}`)
    .digest('hex');

function rowOf(document: SearchDocument) {
  const head = new Vector();
  const words = new Vector();
  for (const text of Object.values(document.title.texts)) for (const vector of [head, words]) vector.add(text, 'A');
  for (const name of document.names) {
    for (const text of new Set(Object.values(name.texts))) for (const vector of [head, words]) vector.add(text, 'B');
  }
  for (const text of document.texts.flatMap((one) => Object.values(one.texts))) words.add(text, 'C');
  for (const text of document.also) words.add(text, 'D');
  return {
    type: document.type,
    path: document.path,
    starts_at: document.startsAt,
    texts: { title: document.title, parts: [...document.texts, lineOf(document.names)].filter((part) => part !== null) },
    head: head.toString(),
    words: words.toString(),
    terms: [...words.terms],
  };
}

/**
 * Searches the current publications. One statement; where nothing is found, the words that are found nowhere are replaced by those that
 * were probably meant, and where even that finds nothing, any of the words will do (unless a phrase was asked for).
 */
export async function searchPublished(db: Kysely<DB>, query: SearchQuery): Promise<SearchAnswer> {
  const parsed = parseQuery(query.text);
  const found = await find(db, query, parsed, matchQuery(parsed));
  if (anything(found) || parsed.terms.length === 0) return answer(query, parsed, found, null);
  const instead = await meant(db, parsed);
  if (instead) {
    const again = parseQuery(instead);
    const better = await find(db, query, again, matchQuery(again));
    if (anything(better)) return answer(query, again, better, instead);
  }
  const known = instead ? parseQuery(instead) : parsed;
  // Who asks for an exact phrase wants nothing else.
  if (known.terms.length < 2 || known.phrases.length > 0) return answer(query, parsed, found, null);
  const some = await find(db, query, known, anyQuery(known));
  return answer(query, known, some, anything(some) ? instead : null);
}

interface Found {
  counts: Partial<Record<SearchHit['type'], number>>;
  hits: FoundRow[];
}

const anything = ({ counts }: Found): boolean => Object.keys(counts).length > 0;

function answer({ language, type }: SearchQuery, parsed: ParsedQuery, { counts, hits }: Found, instead: string | null): SearchAnswer {
  const total = type ? (counts[type] ?? 0) : Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { total, hits: hits.map((row) => shownHit(row, parsed, language)), byType: counts, corrected: instead };
}

async function find(db: Kysely<DB>, query: SearchQuery, parsed: ParsedQuery, match: string | null): Promise<Found> {
  const rank = rankQuery(parsed);
  if (match === null || rank === null) return { counts: {}, hits: [] };
  const phrase = sideBySide(parsed);
  const limit = within(query.limit, 1, MOST_HITS);
  const offset = within(query.offset, 0, LAST_OFFSET);
  const { rows } = await sql<{ counts: Found['counts'] | null; hits: FoundRow[] | null }>`
    with edition as (
      select edition_id, slug, year, name from search_edition where ${query.edition}::text is null or slug = ${query.edition}
    ), matched as materialized (
      select found.* from (
        select case when ${query.edition}::text is null then null else edition_id end as wanted from edition limit 1
      ) e, search_matches(${match}, ${rank}, ${phrase}, e.wanted) found
    ), best as (
      select m.id, m.edition_id, m.starts_at, e.year,
        round(100 * (m.score + case when (select count(*) from matched) <= ${RANKED_WHOLE}
          then (
            select ts_rank('{0.02, 0.1, 0.2, 0.3}', words, ${rank}::tsquery, 1) + case when words @@ ${phrase}::tsquery then 0.1 else 0 end
            from search_document d where d.id = m.id
          ) else 0 end)) as score
      from matched m join edition e using (edition_id)
      where ${query.type}::text is null or m.type = ${query.type}
      order by score desc, e.year desc, m.starts_at nulls last, m.id
      limit ${limit} offset ${offset}
    )
    select
      (select jsonb_object_agg(type, count) from (select type, count(*) from matched group by type) by_type) as counts,
      (select jsonb_agg(jsonb_build_object('type', d.type, 'path', d.path, 'startsAt', instant_text(d.starts_at), 'texts', d.texts,
          'edition', jsonb_build_object('slug', e.slug, 'year', e.year, 'name', e.name))
          order by b.score desc, b.year desc, b.starts_at nulls last, b.id)
        from best b join search_document d using (id) join edition e on e.edition_id = b.edition_id) as hits`.execute(db);
  return { counts: rows[0]?.counts ?? {}, hits: rows[0]?.hits ?? [] };
}

/** The query with its unknown words corrected; `null` where every word is known, or nothing near is. */
async function meant(db: Kysely<DB>, parsed: ParsedQuery): Promise<string | null> {
  const unknown = await unknownTerms(db, parsed);
  const suspects = suspectsOf(parsed, unknown).slice(0, 24);
  if (suspects.length === 0) return null;
  const asked = suspects.flatMap(({ text }, suspect) => variantsOf(text).map((variant) => ({ suspect, variant })));
  const similar = suspects.flatMap(({ text, is }, suspect) => (is === 'word' && text.length >= 8 ? [{ suspect, text }] : []));
  const { rows } = await sql<Candidate>`
    select suspect, term, sum(documents)::integer as documents from (
      select a.suspect, t.edition_id, t.term, t.documents
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a (suspect integer, variant text)
        join search_term t on t.variants @> array[a.variant]
      union
      select s.suspect, t.edition_id, t.term, t.documents
      from jsonb_to_recordset(${JSON.stringify(similar)}::jsonb) as s (suspect integer, text text) join search_term t on t.term % s.text
    ) near group by suspect, term`.execute(db);
  return corrected(parsed, suspects, rows);
}

/** Which terms no document holds, by index. */
async function unknownTerms(db: Kysely<DB>, { terms }: ParsedQuery): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ term: number }>`
    select ordinal::integer - 1 as term from unnest(${terms.map(termQuery)}::text[]) with ordinality as asked (query, ordinal)
    where not search_holds(asked.query::tsquery)`.execute(db);
  return new Set(rows.map((row) => row.term));
}

const within = (value: number, least: number, most: number): number =>
  Number.isFinite(value) ? Math.min(most, Math.max(least, Math.trunc(value))) : least;
