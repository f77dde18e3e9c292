/** What is still to do: of one activity for its team, of an edition for the office. */
import type { Kysely } from 'kysely';
import type { DB } from '#platform/database/schema.ts';
import type { Instant, Uuid } from '../../content.ts';
import { readProgress } from '../progress/store.server.ts';
import { isOpen, todosOf } from './model.ts';
import { readTasks } from './store.server.ts';

/** Tasks past their deadline that an activity which takes place has still to do. */
export async function overdueTasks(db: Kysely<DB>, edition: Uuid, now: Instant): Promise<number> {
  const late = (await readTasks(db, edition)).filter(({ dueAt }) => Date.parse(dueAt) < Date.parse(now));
  if (late.length === 0) return 0;
  const open = (await readProgress(db, edition)).flatMap((activity) => todosOf(late, activity, now).filter(isOpen));
  return new Set(open.map(({ task }) => task.id)).size;
}

export interface StillToDo {
  open: number;
  late: number;
  /** Of the next that is open and not late. */
  nextDue: Instant | null;
}

/** Of some activities, by id; what is called off has nothing to do. */
export async function stillToDo(db: Kysely<DB>, edition: Uuid, activities: readonly Uuid[], now: Instant): Promise<Map<Uuid, StillToDo>> {
  if (activities.length === 0) return new Map();
  const [tasks, progress] = await Promise.all([readTasks(db, edition), readProgress(db, edition, activities)]);
  return new Map(
    progress.map((activity) => {
      const open = todosOf(tasks, activity, now).filter(isOpen);
      const late = open.filter(({ state }) => state === 'overdue').length;
      return [activity.id, { open: open.length, late, nextDue: open.find(({ state }) => state === 'open')?.task.dueAt ?? null }];
    }),
  );
}
