import { type Kysely, sql } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Uuid } from '../../content.ts';
import type { Task } from './model.ts';

/** Tasks of an edition by their deadline, without those that were withdrawn. */
export async function readTasks(db: Kysely<DB>, edition: Uuid): Promise<Task[]> {
  const { rows } = await sql<Task>`
    select t.id, t.title, t.about, instant_text(t.due_at) as "dueAt", t.rule, t.asked_of as "askedOf", t.boards, t.remind_days as "remindDays",
      t.version, array(select x.activity_id from task_activity x where x.task_id = t.id) as activities
    from task t where t.edition_id = ${edition} and t.withdrawn_at is null order by t.due_at, t.set_at, t.id`.execute(db);
  return rows;
}
