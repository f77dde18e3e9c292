/** For tests only: a published edition, and the usual words of a move. */
import type { TestContext } from 'node:test';
import { type Kysely, sql } from 'kysely';
import { commandLine } from '#platform/actor.ts';
import type { DB } from '#platform/database/schema.ts';
import { testDatabase } from '#platform/database/testing.ts';
import { publishProgramme } from '../actions.server.ts';
import { sampleContent } from '../content.example.ts';
import type { EditionContent } from '../content.ts';
import { writeContent } from '../store.server.ts';

export const actor = { ...commandLine, name: 'test' };
export const reason = { zh: '受疫情影响', en: 'Because of the pandemic' };
export const now = new Date('2022-09-15T10:00:00Z');
export const December = { startsOn: '2022-12-03', endsOn: '2022-12-04' };

export async function testDatabasePublished(t: TestContext, content: EditionContent = sampleContent()) {
  const database = await testDatabase(t);
  const { db } = database;
  await db.transaction().execute((tx) => writeContent(tx, content));
  await publishProgramme({ db, actor, now: new Date('2022-08-22T02:00:00Z') }, { edition: content.edition.slug });
  return database;
}

/** The first activity's room is closed on the day `from`, or until the day `to`. */
export async function closeRoom(db: Kysely<DB>, from: string, to = from): Promise<void> {
  const { edition, places } = sampleContent();
  await sql`insert into place_closure (id, edition_id, place_id, starts_at, ends_at, reason)
    values (gen_random_uuid(), ${edition.id}, ${places[2]!.id}, ${`${from}T00:00:00Z`}, ${`${to}T12:00:00Z`}, 'works')`.execute(db);
}
