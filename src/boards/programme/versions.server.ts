/** Publications in the database: made whole, numbered without gaps, read back as they were made. */
import { createHash, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type Kysely, sql, type Transaction } from 'kysely';
import { canonical } from '#platform/canonical.ts';
import type { DB } from '#platform/database/schema.ts';
import { done, type Outcome, refused } from '#platform/outcome.ts';
import type { EditionContent, Instant, Uuid } from './content.ts';
import type { VersionSummary } from './house.ts';
import type { Publication } from './publication.ts';
import { showFiles } from '#platform/files/files.server.ts';
import { indexPublication } from './search.server.ts';
import { lockEdition, readContent } from './store.server.ts';
import { instant } from './time.ts';
import { nextPublication } from './versions.ts';

const zip = promisify(gzip);
const unzip = promisify(gunzip);

export type PublishProblem =
  | { is: 'no-edition'; edition: string }
  | { is: 'unchanged'; number: number }
  /** A publication is never dated before the one it follows. */
  | { is: 'before-last'; last: Instant };

/**
 * Freezes the working state of an edition as its next publication. From the commit on the public reads it, everywhere. Publishers of one
 * edition take turns, so numbers have neither gaps nor twins. Refused where nothing the public reads is different.
 * `searched: false` is for a publication that another follows in the same transaction: only the last needs to be found.
 */
export async function publishEdition(
  tx: Transaction<DB>,
  edition: string,
  at: Instant,
  { searched = true } = {},
): Promise<Outcome<Publication, PublishProblem>> {
  if (!(await lockEdition(tx, edition))) return refused({ is: 'no-edition', edition });
  const working = await readContent(tx, edition);
  if (!working) return refused({ is: 'no-edition', edition });
  const before = await currentPublication(tx, edition);
  if (before && Date.parse(at) < Date.parse(before.publishedAt)) return refused({ is: 'before-last', last: before.publishedAt });
  const publication = nextPublication(before, working, at, randomUUID());
  if (before && publication.changes.length === 0) return refused({ is: 'unchanged', number: before.number });
  await keepFirstPlans(tx, working, publication.content);
  const json = Buffer.from(canonical(publication));
  await tx
    .insertInto('publication')
    .values({
      id: publication.id,
      edition_id: working.edition.id,
      number: publication.number,
      published_at: at,
      body: await zip(json),
      body_sha256: createHash('sha256').update(json).digest(),
      activities: publication.content.activities.length,
      changes: publication.changes.length,
    })
    .execute();
  await showFiles(
    tx,
    working.edition.id,
    publication.content.people.flatMap(({ portrait }) => portrait ?? []),
  );
  if (searched) await indexPublication(tx, publication);
  return done(publication);
}

/** What a publication says was first planned is so from then on. Nobody edits it, so it makes no activity another for whoever does. */
async function keepFirstPlans(tx: Transaction<DB>, working: EditionContent, content: EditionContent): Promise<void> {
  const known = new Set(working.activities.flatMap(({ id, firstPlannedStartsAt }) => (firstPlannedStartsAt ? [id] : [])));
  const first = content.activities.flatMap(({ id, firstPlannedStartsAt: at }) => (at && !known.has(id) ? [{ id, at }] : []));
  if (first.length === 0) return;
  await sql`update activity a set first_planned_starts_at = f.at
    from json_to_recordset(${JSON.stringify(first)}::json) as f (id uuid, at timestamptz) where a.id = f.id`.execute(tx);
}

const bodies = (db: Kysely<DB>, edition: string) =>
  db
    .selectFrom('publication')
    .innerJoin('edition', 'edition.id', 'publication.edition_id')
    .select(['publication.body', 'publication.body_sha256', 'publication.number'])
    .where('edition.slug', '=', edition);

export async function currentPublication(db: Kysely<DB>, edition: string): Promise<Publication | null> {
  return open(await bodies(db, edition).orderBy('publication.number', 'desc').limit(1).executeTakeFirst(), edition);
}

export async function publicationNumber(db: Kysely<DB>, edition: string, number: number): Promise<Publication | null> {
  return open(await bodies(db, edition).where('publication.number', '=', number).executeTakeFirst(), edition);
}

async function open(row: { body: Buffer; body_sha256: Buffer; number: number } | undefined, edition: string): Promise<Publication | null> {
  if (!row) return null;
  const json = await unzip(row.body);
  if (!createHash('sha256').update(json).digest().equals(row.body_sha256)) {
    throw new Error(`publication ${row.number} of ${edition} is damaged: its content does not match its hash`);
  }
  return JSON.parse(json.toString()) as Publication;
}

/** Newest first. */
export async function publicationsOf(db: Kysely<DB>, edition: string): Promise<VersionSummary[]> {
  const rows = await db
    .selectFrom('publication')
    .innerJoin('edition', 'edition.id', 'publication.edition_id')
    .select(['number', 'published_at', 'activities', 'changes'])
    .where('edition.slug', '=', edition)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(({ published_at, ...row }) => ({ ...row, publishedAt: instant(published_at) }));
}

/** The number of the current publication of every edition that has one. */
export async function currentNumbers(db: Kysely<DB>): Promise<{ id: Uuid; slug: string; year: number; number: number }[]> {
  const { rows } = await sql<{ id: Uuid; slug: string; year: number; number: number }>`
    select e.id, e.slug, e.year, max(p.number) as number
    from edition e join publication p on p.edition_id = e.id
    group by e.id order by e.year desc, e.slug`.execute(db);
  return rows;
}
