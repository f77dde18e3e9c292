import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Uuid } from '../../content.ts';
import type { Guest, GuestEntry, GuestState } from './model.ts';

export async function readGuestList(db: Kysely<DB>, activity: Uuid): Promise<Guest[]> {
  const rows = await db
    .selectFrom('guest')
    .select(['id', 'name', 'organisation', 'post', 'email', 'state', 'note', 'version'])
    .where('activity_id', '=', activity)
    .orderBy('added_at')
    .orderBy('name')
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as GuestState }));
}

export async function addGuests(tx: Transaction<DB>, activity: Uuid, guests: readonly GuestEntry[], now: string): Promise<void> {
  for (let at = 0; at < guests.length; at += 500) {
    await tx
      .insertInto('guest')
      .values(
        guests.slice(at, at + 500).map(({ name, organisation, post, email, state, note }) => ({
          id: randomUUID(),
          activity_id: activity,
          name,
          organisation,
          post,
          email,
          state,
          note,
          added_at: now,
        })),
      )
      .execute();
  }
}
