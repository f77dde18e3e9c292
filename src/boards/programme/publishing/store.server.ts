import { sql, type Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Uuid } from '../content.ts';

/** From drafts to what the next version holds. */
export async function markPublished(tx: Transaction<DB>, edition: Uuid, activities: readonly Uuid[]): Promise<void> {
  if (activities.length === 0) return;
  await sql`update activity set state = 'published', version = version + 1
    where edition_id = ${edition} and id = any(${[...activities]}::uuid[]) and state = 'scheduled'`.execute(tx);
  await sql`update edition set version = version + 1 where id = ${edition}`.execute(tx);
}
