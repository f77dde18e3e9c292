/** What an import has to know of the rest of the registry. */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { EditionContent, Series, Uuid } from '../content.ts';
import { readContent } from '../store.server.ts';

type Db = Kysely<DB> | Transaction<DB>;

/** Other editions that have one of the people or places. */
export async function editionsSharing(
  db: Db,
  edition: string,
  people: readonly Uuid[],
  places: readonly Uuid[],
): Promise<EditionContent[]> {
  const { rows } = await sql<{ slug: string }>`
    select e.slug from edition e where e.slug <> ${edition} and (
      exists (select from edition_registry r where r.edition_id = e.id and r.kind = 'person' and r.entry = any(${[...people]}::text[]))
      or exists (select from edition_place p where p.edition_id = e.id and p.place_id = any(${[...places]}::uuid[])))
    order by e.year desc, e.slug`.execute(db);
  const contents: EditionContent[] = [];
  for (const { slug } of rows) {
    const content = await readContent(db, slug);
    if (content) contents.push(content);
  }
  return contents;
}

export async function seriesNamed(db: Db, slug: string): Promise<Series | null> {
  const { rows } = await sql<Series>`select id, slug, name, theme, about, founded, sample from series where slug = ${slug}`.execute(db);
  return rows[0] ?? null;
}
