/** How the schedule stands now: what a desk that is open asks for when others have changed something. */
import { z } from 'zod';
import { roleMay } from '#platform/permissions.ts';
import { view } from '#platform/view.server.ts';
import { editionSubject, reachingInto } from '#registry/subjects.server.ts';
import { BOARDS } from '../../content.ts';
import { scheduleTopic } from './live.server.ts';
import { placedOf } from './store.server.ts';

/** For whoever has a role in the edition that reads schedules: a host looks at more than its own to find its place in it. */
export const placedNow = view({
  name: 'schedule.placed',
  input: z.object({
    edition: z.string(),
    /** Only these, as ids with commas between. */
    activities: z
      .string()
      .transform((ids) => ids.split(',').filter((id) => z.uuid().safeParse(id).success))
      .optional(),
  }),
  permission: 'read schedule',
  subject: 'own',
  async run({ db, input, actor, may }) {
    const subject = await editionSubject(db, input);
    if (!subject) return null;
    const here = await reachingInto(db, actor.grants, { id: subject.edition, series: subject.series! });
    if (!here.some(({ role }) => roleMay(role, 'read schedule'))) return null;
    return {
      placed: await placedOf(db, subject.edition, input.activities ?? null),
      /** The boards whose activities the reader may place. */
      editable: BOARDS.filter((board) => may('edit schedule', { ...subject, board })),
      topic: scheduleTopic(subject.edition),
    };
  },
});
