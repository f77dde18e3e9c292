import { z } from 'zod';
import { view } from '#platform/view.server.ts';
import { todosOf } from '../tasks/model.ts';
import { readTasks } from '../tasks/store.server.ts';
import { lineOf } from './model.ts';
import { progressWithin } from './own.server.ts';

const edition = z.string();

/** How far everybody is whose activity one may see; for a host's team its own alone. */
export const progressDesk = view({
  name: 'activities',
  input: z.object({ edition }),
  permission: 'read activity',
  subject: 'own',
  async run({ db, input, now, may }) {
    const of = await db.selectFrom('edition').select(['id', 'series_id', 'time_zone']).where('slug', '=', input.edition).executeTakeFirst();
    if (!of) return null;
    const [tasks, activities] = await Promise.all([readTasks(db, of.id), progressWithin(db, of, may, 'read activity')]);
    const lines = activities.map((activity) => lineOf(activity, todosOf(tasks, activity, now)));
    const whole = { series: of.series_id, edition: of.id };
    return {
      zone: of.time_zone,
      now,
      tasks: tasks.filter(({ id }) => lines.some((line) => id in line.tasks)).map(({ id, title, dueAt }) => ({ id, title, dueAt })),
      lines,
      maySet: may('set task', whole),
      mayWrite: may('write message', whole),
    };
  },
});
