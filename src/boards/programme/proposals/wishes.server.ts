/** Wishes of activities in the database: the reader for the schedule desk and the timetable, and the writer for acceptances and hosts. */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Uuid } from '../content.ts';
import type { ActivityWishes, Wishes } from './wishes.ts';

/** Wishes of every activity of the edition (by its id) that has any, in one statement. */
export async function readWishes(db: Kysely<DB>, edition: Uuid): Promise<Map<Uuid, ActivityWishes>> {
  const { rows } = await sql<ActivityWishes>`
    select w.activity_id as activity, w.minutes, w.days, w.avoided_days as "avoidedDays", w.parts, w.expected, w.layout, w.equipment,
      w.interpretation, w.streamed, w.note,
      array(select p.place_id from activity_wish_place p where p.activity_id = w.activity_id order by p.position) as places
    from activity_wish w join activity a on a.id = w.activity_id
    where a.edition_id = ${edition} order by a.position`.execute(db);
  return new Map(rows.map((row) => [row.activity, row]));
}

/** Replaces the wishes of an activity. */
export async function writeWishes(tx: Transaction<DB>, activity: Uuid, wishes: Wishes): Promise<void> {
  await tx.deleteFrom('activity_wish').where('activity_id', '=', activity).execute();
  await tx
    .insertInto('activity_wish')
    .values({
      activity_id: activity,
      minutes: wishes.minutes,
      days: wishes.days,
      avoided_days: wishes.avoidedDays,
      parts: wishes.parts,
      expected: wishes.expected,
      layout: wishes.layout,
      equipment: wishes.equipment,
      interpretation: wishes.interpretation,
      streamed: wishes.streamed,
      note: wishes.note && JSON.stringify(wishes.note),
    })
    .execute();
  if (wishes.places.length === 0) return;
  await tx
    .insertInto('activity_wish_place')
    .values(wishes.places.map((place, position) => ({ activity_id: activity, place_id: place, position })))
    .execute();
}
