/** What the desk of the plan shows. */
import { z } from 'zod';
import { view } from '#platform/view.server.ts';
import { dayAt } from '#registry/days.ts';
import { editionSubject } from '#registry/subjects.server.ts';
import { forecast, nextReminder } from './model.ts';
import { milestonesOf, plannersOf } from './store.server.ts';

/** Every milestone with where it stands today, on the wall of the edition. */
export const plan = view({
  name: 'plan',
  input: z.object({ edition: z.string() }),
  permission: 'read plan',
  subject: (db, input) => editionSubject(db, input),
  async run({ db, input, now, may }) {
    const { edition } = (await editionSubject(db, input))!;
    const { time_zone: zone } = await db.selectFrom('edition').select('time_zone').where('id', '=', edition).executeTakeFirstOrThrow();
    const today = dayAt(now, zone);
    const milestones = await milestonesOf(db, edition);
    const standing = forecast(milestones, today);
    const mayEdit = may('edit plan');
    const planners = mayEdit ? (await plannersOf(db, edition)).map(({ id, name }) => ({ id, name })) : [];
    return {
      today,
      planners,
      milestones: milestones.map((one) => ({ ...one, ...standing.get(one.id)!, reminder: nextReminder(one, today) })),
      mayEdit,
    };
  },
});
export type Planned = NonNullable<Awaited<ReturnType<typeof plan.run>>>['milestones'][number];
