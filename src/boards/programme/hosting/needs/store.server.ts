import type { Kysely } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Uuid } from '../../content.ts';
import type { Need } from './model.ts';

export async function readNeeds(db: Kysely<DB>, activity: Uuid): Promise<Need[]> {
  const rows = await db
    .selectFrom('activity_need')
    .select(['kind', 'what', 'quantity'])
    .where('activity_id', '=', activity)
    .orderBy('position')
    .execute();
  return rows as Need[];
}
